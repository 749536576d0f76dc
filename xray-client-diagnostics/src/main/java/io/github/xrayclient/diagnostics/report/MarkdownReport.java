package io.github.xrayclient.diagnostics.report;

import io.github.xrayclient.diagnostics.block.BlockCause;
import io.github.xrayclient.diagnostics.block.BlockExplanation;
import io.github.xrayclient.diagnostics.block.RuledOut;
import io.github.xrayclient.diagnostics.refusal.CurationRefusal;
import io.github.xrayclient.diagnostics.refusal.ViolatedPolicy;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Explanations as Markdown for a ticket: lists and code spans only, which every dialect has. Names
 * and sentences of a server stay text; they are no markup, link or mention.
 */
public final class MarkdownReport {
  private final StringBuilder text = new StringBuilder();

  private MarkdownReport() {}

  /** One section for each explanation. */
  public static String of(List<BlockExplanation> explanations) {
    MarkdownReport report = new MarkdownReport();
    explanations.forEach(report::write);
    return report.text.toString();
  }

  private void write(BlockExplanation explanation) {
    text.append(text.length() == 0 ? "" : "\n")
        .append("## ")
        .append(title(explanation))
        .append('\n');
    paragraph(
        "",
        Words.capital(Words.kind(explanation)) + "."
            + Words.seen(explanation).map(seen -> " " + seen).orElse(""));
    causes(explanation);
    explanation.curation().ifPresent(this::curation);
    steps(explanation.nextSteps());
    ruledOut(explanation.ruledOut());
    notChecked(explanation.notChecked());
  }

  private static String title(BlockExplanation explanation) {
    String title = Stream.of(Words.subject(explanation), explanation.repository())
        .flatMap(Optional::stream)
        .map(Markdown::code)
        .collect(Collectors.joining(" in "));
    return title.isEmpty() ? "The download" : title;
  }

  private void causes(BlockExplanation explanation) {
    if (explanation.causes().isEmpty() && !Words.looked(explanation)) {
      return;
    }
    heading("Causes");
    if (explanation.causes().isEmpty()) {
      paragraph("", "None found.");
    }
    int number = 1;
    for (BlockCause cause : explanation.causes()) {
      String bullet = number++ + ". ";
      item(
          bullet,
          "**" + cause.verdict() + "**"
              + cause.trigger().map(trigger -> " " + Words.trigger(trigger)).orElse("")
              + ": watch " + Markdown.code(cause.watch())
              + " → policy " + Markdown.code(cause.policy())
              + cause
                  .policyType()
                  .map(type -> " (" + Markdown.text(type.wire()) + ")")
                  .orElse("")
              + cause.rule().map(rule -> " → rule " + Markdown.code(rule)).orElse(""));
      paragraph(" ".repeat(bullet.length()), Markdown.text(cause.reason()));
    }
  }

  private void curation(CurationRefusal refusal) {
    heading("Curation");
    String name = refusal.packageName().map(Markdown::code).orElse("not named");
    String version =
        refusal.packageVersion().map(each -> " " + Markdown.code(each)).orElse("");
    String waivers = refusal.waiversAllowed() ? " A waiver may be requested." : "";
    paragraph(
        "",
        "Package " + name + version + "."
            + Words.reason(refusal.reason()).map(reason -> " " + reason).orElse("") + waivers);
    for (ViolatedPolicy policy : refusal.policies()) {
      item(
          "- ",
          "Policy " + Markdown.code(policy.policy())
              + policy
                  .condition()
                  .map(each -> ", condition " + Markdown.code(each))
                  .orElse(""));
      policy.explanation().ifPresent(explained -> paragraph("  ", Markdown.text(explained)));
      policy.recommendation().ifPresent(advice -> paragraph("  ", Markdown.text(advice)));
      policy.findings().forEach(finding -> paragraph("  ", Markdown.text(finding)));
    }
    refusal.findings().forEach(finding -> paragraph("", Markdown.text(finding)));
    refusal.waiverRequest().ifPresent(draft -> {
      paragraph("", "A request for a waiver, ready to be made:");
      text.append('\n').append(Markdown.block(Words.request(draft)));
    });
  }

  private void steps(List<String> steps) {
    if (steps.isEmpty()) {
      return;
    }
    heading("Next steps");
    text.append('\n');
    for (int i = 0; i < steps.size(); i++) {
      text.append(i + 1).append(". ").append(Markdown.text(steps.get(i))).append('\n');
    }
  }

  private void ruledOut(List<RuledOut> watches) {
    if (watches.isEmpty()) {
      return;
    }
    heading("Ruled out");
    text.append('\n');
    for (RuledOut watch : watches) {
      text.append("- Watch ")
          .append(Markdown.code(watch.watch()))
          .append(
              watch.policy().map(policy -> " → policy " + Markdown.code(policy)).orElse(""))
          .append(watch.rule().map(rule -> " → rule " + Markdown.code(rule)).orElse(""))
          .append(": ")
          .append(Markdown.text(watch.reason()))
          .append('\n');
    }
  }

  private void notChecked(List<String> entries) {
    if (entries.isEmpty()) {
      return;
    }
    heading("Not checked");
    text.append('\n');
    entries.forEach(entry -> text.append("- ").append(Markdown.text(entry)).append('\n'));
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
