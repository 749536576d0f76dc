package io.github.xrayclient.diagnostics.report;

import io.github.xrayclient.diagnostics.explanation.BlockCause;
import io.github.xrayclient.diagnostics.explanation.BlockExplanation;
import io.github.xrayclient.diagnostics.explanation.BlockingViolation;
import io.github.xrayclient.diagnostics.explanation.NextStep;
import io.github.xrayclient.diagnostics.explanation.NotChecked;
import io.github.xrayclient.diagnostics.explanation.RuledOut;
import io.github.xrayclient.diagnostics.internal.markdown.MarkdownText;
import io.github.xrayclient.diagnostics.internal.report.AvailabilityPhrases;
import io.github.xrayclient.diagnostics.internal.report.CausePhrases;
import io.github.xrayclient.diagnostics.internal.report.OriginPhrases;
import io.github.xrayclient.diagnostics.internal.report.Phrases;
import io.github.xrayclient.diagnostics.internal.report.ViolationPhrases;
import io.github.xrayclient.diagnostics.refusal.CurationRefusal;
import io.github.xrayclient.diagnostics.refusal.ViolatedPolicy;
import io.github.xrayclient.internal.call.Arguments;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes explanations as Markdown for a ticket. Uses only headings, lists, bold text and code,
 * which every dialect has. Text from the server is escaped, so it cannot become markup, a link or a
 * mention.
 */
public final class MarkdownReport {
  private final StringBuilder text = new StringBuilder();
  private List<String> written = List.of();

  private MarkdownReport() {}

  /** Writes one section for each explanation, and the meaning of the verdicts that occur. */
  public static String of(List<BlockExplanation> explanations) {
    MarkdownReport report = new MarkdownReport();
    Arguments.elements("explanations", explanations).forEach(report::write);
    report.legend(explanations);
    return report.text.toString();
  }

  private void write(BlockExplanation explanation) {
    text.append(text.length() == 0 ? "" : "\n")
        .append("## ")
        .append(title(explanation))
        .append('\n');
    paragraph(
        "",
        Phrases.capitalized(Phrases.kind(explanation)) + "."
            + Phrases.logOccurrences(explanation).map(seen -> " " + seen).orElse(""));
    origin(explanation);
    Phrases.basis(explanation).ifPresent(basis -> paragraph("", MarkdownText.text(basis)));
    causes(explanation);
    explanation.curation().ifPresent(refusal -> curation(refusal, explanation));
    list(AvailabilityPhrases.HEADING, AvailabilityPhrases.of(explanation));
    steps(explanation.nextSteps());
    ruledOut(explanation.ruledOut());
    notBlocking(explanation);
    notChecked(explanation.notChecked());
  }

  private void legend(List<BlockExplanation> explanations) {
    Set<BlockCause.Verdict> verdicts = CausePhrases.verdicts(explanations);
    if (!verdicts.isEmpty()) {
      text.append("\n## ").append(CausePhrases.VERDICTS).append('\n');
      verdicts.forEach(
          verdict -> paragraph("", verdict + ": " + CausePhrases.verdictMeaning(verdict)));
    }
  }

  /** Writes where an explanation comes from, if this differs from the one before. */
  private void origin(BlockExplanation explanation) {
    List<String> origin = OriginPhrases.of(List.of(explanation));
    if (!origin.equals(written)) {
      origin.forEach(words -> paragraph("", MarkdownText.text(words)));
      written = origin;
    }
  }

  private static String title(BlockExplanation explanation) {
    String title = Stream.of(Phrases.subject(explanation), explanation.repository())
        .flatMap(Optional::stream)
        .map(MarkdownText::code)
        .collect(Collectors.joining(" in "));
    return title.isEmpty() ? Phrases.unnamed(explanation) : title;
  }

  private void causes(BlockExplanation explanation) {
    if (explanation.causes().isEmpty() && !Phrases.watchesWereRead(explanation)) {
      return;
    }
    heading("Causes");
    if (explanation.causes().isEmpty()) {
      paragraph("", Phrases.noCause(explanation));
    }
    int number = 1;
    for (BlockCause cause : explanation.causes()) {
      String bullet = number++ + ". ";
      item(
          bullet,
          "**" + cause.verdict() + "**"
              + cause
                  .trigger()
                  .map(trigger -> " " + CausePhrases.trigger(trigger))
                  .orElse("")
              + ": watch " + watch(cause.watch(), cause.watchProject())
              + " → policy " + MarkdownText.code(cause.policy())
              + cause
                  .policyType()
                  .map(type -> " (" + MarkdownText.text(type.wire()) + ")")
                  .orElse("")
              + cause.rule().map(rule -> " → rule " + MarkdownText.code(rule)).orElse(""));
      String indent = " ".repeat(bullet.length());
      paragraph(indent, MarkdownText.text(cause.reason()));
      CausePhrases.evidence(cause).ifPresent(text -> paragraph(indent, MarkdownText.text(text)));
      violations(cause, indent);
    }
  }

  private void violations(BlockCause cause, String indent) {
    List<BlockingViolation> shown = ViolationPhrases.shown(cause);
    if (shown.isEmpty()) {
      return;
    }
    text.append('\n');
    for (BlockingViolation violation : shown) {
      text.append(indent).append("- ").append(MarkdownText.text(ViolationPhrases.line(violation)));
      violation.url().ifPresent(url -> text.append(' ').append(MarkdownText.code(url)));
      text.append('\n');
    }
    ViolationPhrases.more(cause)
        .ifPresent(more -> text.append(indent).append("- ").append(more).append('\n'));
  }

  private void curation(CurationRefusal refusal, BlockExplanation explanation) {
    heading("Curation");
    String version =
        refusal.packageVersion().map(each -> " " + MarkdownText.code(each)).orElse("");
    String named = refusal
        .packageName()
        .map(name -> "Package " + MarkdownText.code(name) + version + ".")
        .orElse(Phrases.NO_PACKAGE);
    String waivers = refusal.waiversAllowed() ? " " + Phrases.WAIVER_ALLOWED : "";
    paragraph(
        "", named + Phrases.reason(explanation).map(reason -> " " + reason).orElse("") + waivers);
    for (ViolatedPolicy policy : refusal.policies()) {
      item(
          "- ",
          "Policy " + MarkdownText.code(policy.policy())
              + policy
                  .condition()
                  .map(each -> ", condition " + MarkdownText.code(each))
                  .orElse(""));
      policy.explanation().ifPresent(explained -> paragraph("  ", MarkdownText.text(explained)));
      policy.recommendation().ifPresent(advice -> paragraph("  ", MarkdownText.text(advice)));
      policy.findings().forEach(finding -> paragraph("  ", MarkdownText.text(finding.text())));
    }
    refusal.findings().forEach(finding -> paragraph("", MarkdownText.text(finding.text())));
    refusal.waiverRequest().ifPresent(draft -> {
      paragraph("", Phrases.WAIVER_REQUEST);
      text.append('\n').append(MarkdownText.block(Phrases.waiverRequestJson(draft)));
    });
  }

  private void steps(List<NextStep> steps) {
    if (steps.isEmpty()) {
      return;
    }
    heading(Phrases.NEXT_STEPS);
    text.append('\n');
    for (int i = 0; i < steps.size(); i++) {
      NextStep step = steps.get(i);
      text.append(i + 1).append(". ").append(MarkdownText.text(step.text()));
      step.command().ifPresent(command -> text.append(' ').append(MarkdownText.code(command)));
      text.append('\n');
    }
  }

  /** The name of a watch with the key of its project, because each project may have one of this name. */
  private static String watch(String name, Optional<String> project) {
    return MarkdownText.code(name)
        + project.map(key -> " (project " + MarkdownText.code(key) + ")").orElse("");
  }

  private void ruledOut(List<RuledOut> watches) {
    if (watches.isEmpty()) {
      return;
    }
    heading(Phrases.RULED_OUT);
    text.append('\n');
    for (RuledOut watch : watches) {
      text.append("- Watch ")
          .append(watch(watch.watch(), watch.watchProject()))
          .append(watch
              .policy()
              .map(policy -> " → policy " + MarkdownText.code(policy))
              .orElse(""))
          .append(watch.rule().map(rule -> " → rule " + MarkdownText.code(rule)).orElse(""))
          .append(": ")
          .append(MarkdownText.text(watch.reason()))
          .append('\n');
    }
  }

  private void notBlocking(BlockExplanation explanation) {
    list(Phrases.NOT_BLOCKING, Phrases.notBlocking(explanation));
  }

  private void notChecked(List<NotChecked> entries) {
    list(
        Phrases.NOT_CHECKED,
        entries.stream().map(NotChecked::sentence).collect(Collectors.toList()));
  }

  private void list(String heading, List<String> entries) {
    if (entries.isEmpty()) {
      return;
    }
    heading(heading);
    text.append('\n');
    entries.forEach(entry -> text.append("- ").append(MarkdownText.text(entry)).append('\n'));
  }

  private void heading(String words) {
    text.append("\n### ").append(words).append('\n');
  }

  private void item(String bullet, String markdown) {
    text.append('\n').append(bullet).append(markdown).append('\n');
  }

  private void paragraph(String indent, String markdown) {
    text.append('\n').append(indent).append(markdown).append('\n');
  }
}
