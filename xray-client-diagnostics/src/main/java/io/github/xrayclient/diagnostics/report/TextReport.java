package io.github.xrayclient.diagnostics.report;

import io.github.xrayclient.diagnostics.explanation.BlockCause;
import io.github.xrayclient.diagnostics.explanation.BlockExplanation;
import io.github.xrayclient.diagnostics.explanation.BlockingViolation;
import io.github.xrayclient.diagnostics.explanation.ExplanationGroup;
import io.github.xrayclient.diagnostics.explanation.NextStep;
import io.github.xrayclient.diagnostics.explanation.NotChecked;
import io.github.xrayclient.diagnostics.explanation.RuledOut;
import io.github.xrayclient.diagnostics.internal.report.AvailabilityPhrases;
import io.github.xrayclient.diagnostics.internal.report.CausePhrases;
import io.github.xrayclient.diagnostics.internal.report.GroupPhrases;
import io.github.xrayclient.diagnostics.internal.report.OriginPhrases;
import io.github.xrayclient.diagnostics.internal.report.Phrases;
import io.github.xrayclient.diagnostics.internal.report.TerminalText;
import io.github.xrayclient.diagnostics.internal.report.TerminalText.Style;
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
 * Writes explanations as text for a terminal. Sentences are broken into lines of 80 columns; names
 * and commands are not. Control characters in text from the server are written as escapes, so that
 * they cannot control the terminal. If there are more than five explanations, the text begins with
 * their causes, grouped as by {@link ExplanationGroup#of}.
 */
public final class TextReport {
  private final TerminalText text;

  private TextReport(TerminalText text) {
    this.text = text;
  }

  /** Writes plain text, without colors. */
  public static String of(List<BlockExplanation> explanations) {
    return write(Arguments.elements("explanations", explanations), new TerminalText(false));
  }

  /** Writes text with the escape sequences of a terminal for colors. */
  public static String colored(List<BlockExplanation> explanations) {
    return write(Arguments.elements("explanations", explanations), new TerminalText(true));
  }

  private static String write(List<BlockExplanation> explanations, TerminalText text) {
    TextReport report = new TextReport(text);
    int count = explanations.size();
    if (GroupPhrases.areUseful(explanations)) {
      report.groups(explanations);
    }
    for (int i = 0; i < count; i++) {
      if (i > 0) {
        text.end();
      }
      if (count > 1) {
        text.add(Style.FAINT, "[" + (i + 1) + "/" + count + "] ");
      }
      report.write(explanations.get(i));
    }
    report.legend(explanations);
    report.origin(explanations);
    return text.toString();
  }

  private void groups(List<BlockExplanation> explanations) {
    text.add(Style.BOLD, GroupPhrases.HEADING).end();
    for (ExplanationGroup group : ExplanationGroup.of(explanations)) {
      text.add("  - " + GroupPhrases.title(group) + ": " + GroupPhrases.count(group))
          .end();
    }
    text.end();
  }

  private void write(BlockExplanation explanation) {
    text.paragraph(Style.BOLD, "", headline(explanation));
    Phrases.logOccurrences(explanation).ifPresent(seen -> text.add(seen).end());
    Phrases.basis(explanation).ifPresent(basis -> text.paragraph("", basis));
    causes(explanation);
    explanation.curation().ifPresent(refusal -> curation(refusal, explanation));
    availability(explanation);
    ruledOut(explanation.ruledOut());
    notBlocking(explanation);
    notChecked(explanation.notChecked());
    steps(explanation.nextSteps());
  }

  private static String headline(BlockExplanation explanation) {
    String what = Stream.of(
            Phrases.subject(explanation), explanation.repository().map(key -> "repository " + key))
        .flatMap(Optional::stream)
        .collect(Collectors.joining(" in "));
    return (what.isEmpty() ? Phrases.unnamed(explanation) : what) + ": "
        + Phrases.kind(explanation);
  }

  private void causes(BlockExplanation explanation) {
    List<BlockCause> causes = explanation.causes();
    if (causes.isEmpty() && !Phrases.watchesWereRead(explanation)) {
      return;
    }
    heading("Causes");
    if (causes.isEmpty()) {
      text.add("  " + Phrases.noCause(explanation)).end();
    }
    causes.forEach(this::cause);
  }

  private void cause(BlockCause cause) {
    text.add("  ").add(style(cause.verdict()), cause.verdict().name());
    cause.trigger().ifPresent(trigger -> text.add(": " + CausePhrases.trigger(trigger)));
    text.end()
        .add("    watch " + CausePhrases.watch(cause.watch(), cause.watchProject()) + " > policy "
            + cause.policy());
    cause.policyType().ifPresent(type -> text.add(" (" + type + ")"));
    cause.rule().ifPresent(rule -> text.add(" > rule " + rule));
    text.end().paragraph("    ", cause.reason());
    CausePhrases.evidence(cause).ifPresent(evidence -> text.paragraph("    ", evidence));
    for (BlockingViolation violation : ViolationPhrases.shown(cause)) {
      text.subItem(ViolationPhrases.line(violation));
      violation.url().ifPresent(url -> text.add("      " + url).end());
    }
    ViolationPhrases.more(cause).ifPresent(more -> text.subItem(more));
  }

  private static Style style(BlockCause.Verdict verdict) {
    switch (verdict) {
      case CONFIRMED:
        return Style.RED;
      case LIKELY:
        return Style.YELLOW;
      default:
        return Style.BLUE;
    }
  }

  private void curation(CurationRefusal refusal, BlockExplanation explanation) {
    heading("Curation");
    String version = refusal.packageVersion().map(each -> " " + each).orElse("");
    String named = refusal
        .packageName()
        .map(name -> "Package " + name + version + ".")
        .orElse(Phrases.NO_PACKAGE);
    text.paragraph("  ", named + (refusal.waiversAllowed() ? " " + Phrases.WAIVER_ALLOWED : ""));
    Phrases.reason(explanation).ifPresent(reason -> text.paragraph("  ", reason));
    refusal.policies().forEach(this::policy);
    refusal.findings().forEach(finding -> text.paragraph("  ", finding.text()));
    refusal.waiverRequest().ifPresent(draft -> {
      text.add("  " + Phrases.WAIVER_REQUEST).end();
      Phrases.waiverRequestJson(draft)
          .lines()
          .forEach(line -> text.add("    " + line).end());
    });
  }

  private void policy(ViolatedPolicy policy) {
    text.add("  Policy " + policy.policy());
    policy.condition().ifPresent(condition -> text.add(", condition " + condition));
    text.end();
    policy.explanation().ifPresent(explained -> text.paragraph("    ", explained));
    policy.recommendation().ifPresent(advice -> text.paragraph("    ", advice));
    policy.findings().forEach(finding -> text.paragraph("    ", finding.text()));
  }

  private void availability(BlockExplanation explanation) {
    List<String> sentences = AvailabilityPhrases.of(explanation);
    if (!sentences.isEmpty()) {
      heading(AvailabilityPhrases.HEADING);
      sentences.forEach(sentence -> text.paragraph("  ", sentence));
    }
  }

  private void ruledOut(List<RuledOut> watches) {
    if (!watches.isEmpty()) {
      heading(Phrases.RULED_OUT);
    }
    for (RuledOut watch : watches) {
      text.add(Style.FAINT, "  " + route(watch)).end();
      text.paragraph(Style.FAINT, "    ", watch.reason());
    }
  }

  private static String route(RuledOut watch) {
    return "watch "
        + CausePhrases.watch(watch.watch(), watch.watchProject())
        + watch.policy().map(policy -> " > policy " + policy).orElse("")
        + watch.rule().map(rule -> " > rule " + rule).orElse("");
  }

  private void notBlocking(BlockExplanation explanation) {
    List<String> entries = Phrases.notBlocking(explanation);
    if (!entries.isEmpty()) {
      heading(Phrases.NOT_BLOCKING);
      entries.forEach(entry -> text.paragraph(Style.FAINT, "  ", entry));
    }
  }

  private void notChecked(List<NotChecked> entries) {
    if (!entries.isEmpty()) {
      heading(Phrases.NOT_CHECKED);
      entries.forEach(entry -> text.item(Style.FAINT, entry.sentence()));
    }
  }

  private void steps(List<NextStep> steps) {
    if (!steps.isEmpty()) {
      heading(Phrases.NEXT_STEPS);
    }
    for (NextStep step : steps) {
      text.item(Style.PLAIN, step.text());
      step.command().ifPresent(command -> text.add("      " + command).end());
    }
  }

  private void legend(List<BlockExplanation> explanations) {
    Set<BlockCause.Verdict> verdicts = CausePhrases.verdicts(explanations);
    if (!verdicts.isEmpty()) {
      heading(CausePhrases.VERDICTS);
    }
    for (BlockCause.Verdict verdict : verdicts) {
      text.item(Style.PLAIN, verdict + ": " + CausePhrases.verdictMeaning(verdict));
    }
  }

  private void origin(List<BlockExplanation> explanations) {
    List<String> origins = OriginPhrases.of(explanations);
    if (!origins.isEmpty()) {
      heading(OriginPhrases.HEADING);
      origins.forEach(origin -> text.paragraph(Style.FAINT, "  ", origin));
    }
  }

  private void heading(String words) {
    text.end().add(Style.BOLD, words).end();
  }
}
