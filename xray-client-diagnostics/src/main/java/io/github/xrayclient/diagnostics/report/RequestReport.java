package io.github.xrayclient.diagnostics.report;

import io.github.xrayclient.diagnostics.explanation.BlockCause;
import io.github.xrayclient.diagnostics.explanation.BlockExplanation;
import io.github.xrayclient.diagnostics.explanation.ProposedIgnoreRule;
import io.github.xrayclient.diagnostics.internal.report.CausePhrases;
import io.github.xrayclient.diagnostics.internal.report.Phrases;
import io.github.xrayclient.diagnostics.internal.report.RequestedAction;
import io.github.xrayclient.diagnostics.internal.report.TerminalText;
import io.github.xrayclient.diagnostics.internal.report.TerminalText.Style;
import io.github.xrayclient.diagnostics.internal.report.ViolationPhrases;
import io.github.xrayclient.diagnostics.refusal.CurationRefusal;
import io.github.xrayclient.diagnostics.refusal.ViolatedPolicy;
import io.github.xrayclient.internal.call.Arguments;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/**
 * Writes explanations as requests, for a developer who may not make the download possible and
 * forwards the text to somebody who may. It says what was refused, which watch, policy and rule
 * refused it and why, and what is asked for. Leaves out what does not help to decide, such as
 * watches that were ruled out. Plain text, to be pasted into a message or a ticket.
 */
public final class RequestReport {
  private final TerminalText text = new TerminalText(false);

  private RequestReport() {}

  /** Writes one request for each explanation. */
  public static String of(List<BlockExplanation> explanations) {
    RequestReport report = new RequestReport();
    for (BlockExplanation explanation : Arguments.elements("explanations", explanations)) {
      report.write(explanation);
    }
    return report.text.toString();
  }

  private void write(BlockExplanation explanation) {
    if (!text.toString().isEmpty()) {
      text.end();
    }
    fact("Refused download", Phrases.subject(explanation).orElse("not known"));
    explanation.repository().ifPresent(key -> fact("Repository", key));
    explanation.server().ifPresent(server -> fact("Server", server));
    explanation.xrayVersion().ifPresent(version -> fact("Version of Xray", version.wire()));
    explanation.user().ifPresent(user -> fact("Checked by", user));
    explanation
        .askedAt()
        .map(time -> time.truncatedTo(ChronoUnit.SECONDS).toString())
        .ifPresent(time -> fact("Checked at", time));
    fact("Reason", reason(explanation));
    explanation.causes().stream().filter(RequestReport::isLikely).forEach(this::cause);
    explanation.curation().ifPresent(this::curation);
    text.end();
    RequestedAction.of(explanation).forEach(sentence -> text.paragraph("", sentence));
    for (ProposedIgnoreRule rule : explanation.ignoreRules()) {
      text.item(Style.PLAIN, RequestedAction.rule(rule));
    }
    RequestedAction.commands(explanation)
        .forEach(command -> text.add("  " + command).end());
  }

  private static String reason(BlockExplanation explanation) {
    boolean isQuestion = explanation.refusal().isEmpty();
    return isQuestion && explanation.causes().stream().anyMatch(RequestReport::isLikely)
        ? "Xray's download blocking"
        : Phrases.kind(explanation);
  }

  /** Whether to name a cause; one that is only possible would be read as a fact. */
  private static boolean isLikely(BlockCause cause) {
    return cause.verdict() != BlockCause.Verdict.POSSIBLE;
  }

  private void cause(BlockCause cause) {
    text.end()
        .add("Watch " + cause.watch() + " > policy " + cause.policy()
            + cause.rule().map(rule -> " > rule " + rule).orElse("")
            + cause.criteriaInWords().map(words -> " (" + words + ")").orElse("")
            + ": " + CausePhrases.verdictLabel(cause.verdict()).toLowerCase(Locale.ROOT))
        .end();
    cause.watchProject().ifPresent(key -> fact("Project of the watch", key));
    cause
        .trigger()
        .ifPresent(trigger -> text.paragraph("", "It " + CausePhrases.trigger(trigger) + "."));
    ViolationPhrases.shown(cause).stream()
        .map(ViolationPhrases::line)
        .forEach(line -> text.add("- " + line).end());
    ViolationPhrases.more(cause).ifPresent(more -> text.add("- " + more).end());
  }

  private void curation(CurationRefusal refusal) {
    text.end();
    refusal
        .packageName()
        .ifPresent(name -> fact(
            "Package",
            name + refusal.packageVersion().map(version -> " " + version).orElse("")));
    for (ViolatedPolicy policy : refusal.policies()) {
      fact(
          "Curation policy",
          policy.policy()
              + policy.condition().map(name -> ", condition " + name).orElse(""));
      policy.explanation().ifPresent(explained -> text.paragraph("  ", explained));
      policy.recommendation().ifPresent(advice -> text.paragraph("  ", advice));
    }
    refusal.waiverRequest().ifPresent(draft -> {
      text.add(Phrases.WAIVER_REQUEST).end();
      Phrases.waiverRequestJson(draft)
          .lines()
          .forEach(line -> text.add("  " + line).end());
    });
  }

  private void fact(String name, String value) {
    text.add(name + ": " + value).end();
  }
}
