package io.github.xrayclient.diagnostics.report;

import io.github.xrayclient.diagnostics.explanation.BlockCause;
import io.github.xrayclient.diagnostics.explanation.BlockExplanation;
import io.github.xrayclient.diagnostics.explanation.NextStep;
import io.github.xrayclient.diagnostics.explanation.NotChecked;
import io.github.xrayclient.diagnostics.explanation.RuledOut;
import io.github.xrayclient.diagnostics.internal.report.Phrases;
import io.github.xrayclient.diagnostics.internal.report.TerminalText;
import io.github.xrayclient.diagnostics.internal.report.TerminalText.Style;
import io.github.xrayclient.diagnostics.refusal.BlockedDownload;
import io.github.xrayclient.diagnostics.refusal.CurationRefusal;
import io.github.xrayclient.diagnostics.refusal.ViolatedPolicy;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes explanations as text for a terminal. Control characters in text from the server are shown as
 * escapes, so that they cannot steer the terminal.
 */
public final class TextReport {
  private static final int WIDEST = 40; // of a column; longer names stand out of line
  private static final int WIDEST_ROUTE = 80;

  private final TerminalText text;

  private TextReport(TerminalText text) {
    this.text = text;
  }

  /** Writes plain text. */
  public static String of(List<BlockExplanation> explanations) {
    return write(explanations, new TerminalText(false));
  }

  /** Writes text with the colours of a terminal; the caller decides whether they are wanted. */
  public static String coloured(List<BlockExplanation> explanations) {
    return write(explanations, new TerminalText(true));
  }

  private static String write(List<BlockExplanation> explanations, TerminalText text) {
    TextReport report = new TextReport(text);
    int count = explanations.size();
    for (int i = 0; i < count; i++) {
      if (i > 0) {
        text.end();
      }
      if (count > 1) {
        text.add(Style.FAINT, "[" + (i + 1) + "/" + count + "] ");
      }
      report.write(explanations.get(i));
    }
    return text.toString();
  }

  private void write(BlockExplanation explanation) {
    text.add(Style.BOLD, headline(explanation)).end();
    Phrases.logOccurrences(explanation).ifPresent(seen -> text.add(seen).end());
    causes(explanation);
    explanation.refusal().flatMap(BlockedDownload::curation).ifPresent(this::curation);
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
    return (what.isEmpty() ? "The download" : what) + ": " + Phrases.kind(explanation);
  }

  private void causes(BlockExplanation explanation) {
    List<BlockCause> causes = explanation.causes();
    if (causes.isEmpty() && !Phrases.watchesWereRead(explanation)) {
      return;
    }
    heading("Causes");
    if (causes.isEmpty()) {
      text.add("  none found").end();
    }
    int labels = widest(causes, TextReport::label, WIDEST);
    int watches = widest(causes, TextReport::watch, WIDEST);
    int policies = widest(causes, TextReport::policy, WIDEST);
    for (BlockCause cause : causes) {
      text.add("  ").add(style(cause.verdict()), label(cause)).pad(label(cause), labels);
      text.add("  ").add(watch(cause)).pad(watch(cause), watches).add(" > ").add(policy(cause));
      cause.rule().ifPresent(rule -> text.pad(policy(cause), policies).add(" > rule " + rule));
      text.end().add("    " + cause.reason()).end();
      Phrases.evidence(cause).ifPresent(evidence -> text.add("    " + evidence).end());
    }
  }

  private static String label(BlockCause cause) {
    return cause.verdict() + cause.trigger().map(trigger -> " " + trigger).orElse("");
  }

  private static String watch(BlockCause cause) {
    return "watch " + cause.watch();
  }

  private static String policy(BlockCause cause) {
    return "policy " + cause.policy()
        + cause.policyType().map(type -> " (" + type + ")").orElse("");
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

  private void curation(CurationRefusal refusal) {
    heading("Curation");
    text.add("  package "
            + refusal.packageName().orElse("not named")
            + refusal.packageVersion().map(version -> " " + version).orElse("")
            + (refusal.waiversAllowed() ? ", waivers allowed" : ""))
        .end();
    Phrases.reason(refusal.reason()).ifPresent(reason -> text.add("  " + reason).end());
    for (ViolatedPolicy policy : refusal.policies()) {
      text.add("  policy "
              + policy.policy()
              + policy.condition().map(condition -> ", condition " + condition).orElse(""))
          .end();
      policy.explanation().ifPresent(explained -> text.add("    " + explained).end());
      policy.recommendation().ifPresent(advice -> text.add("    " + advice).end());
      policy.findings().forEach(finding -> text.add("    " + finding.text()).end());
    }
    refusal.findings().forEach(finding -> text.add("  " + finding.text()).end());
    refusal.waiverRequest().ifPresent(draft -> {
      text.add("  A request for a waiver, ready to be made:").end();
      Phrases.waiverRequestJson(draft)
          .lines()
          .forEach(line -> text.add("    " + line).end());
    });
  }

  private void ruledOut(List<RuledOut> watches) {
    if (watches.isEmpty()) {
      return;
    }
    heading("Ruled out");
    int widest = widest(watches, TextReport::route, WIDEST_ROUTE);
    for (RuledOut watch : watches) {
      text.add(Style.FAINT, "  " + route(watch)).pad(route(watch), widest);
      text.add(Style.FAINT, " " + watch.reason()).end();
    }
  }

  private static String route(RuledOut watch) {
    return "watch "
        + watch.watch()
        + watch.policy().map(policy -> " > policy " + policy).orElse("")
        + watch.rule().map(rule -> " > rule " + rule).orElse("")
        + ":";
  }

  private void notBlocking(BlockExplanation explanation) {
    List<String> entries = Phrases.notBlocking(explanation);
    if (!entries.isEmpty()) {
      heading("Not blocking");
      entries.forEach(entry -> text.add(Style.FAINT, "  " + entry).end());
    }
  }

  private void notChecked(List<NotChecked> entries) {
    if (!entries.isEmpty()) {
      heading("Not checked");
      entries.forEach(entry -> text.add(Style.FAINT, "  - " + entry.sentence()).end());
    }
  }

  private void steps(List<NextStep> steps) {
    if (!steps.isEmpty()) {
      heading("Next steps");
    }
    for (NextStep step : steps) {
      text.add("  - " + step.text()).end();
      step.command().ifPresent(command -> text.add("      " + command).end());
    }
  }

  private void heading(String words) {
    text.end().add(Style.BOLD, words).end();
  }

  private static <T> int widest(List<T> rows, Function<T, String> cell, int limit) {
    return rows.stream()
        .map(cell)
        .mapToInt(TerminalText::width)
        .filter(width -> width <= limit)
        .max()
        .orElse(0);
  }
}
