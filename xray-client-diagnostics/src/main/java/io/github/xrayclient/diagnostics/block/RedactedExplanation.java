package io.github.xrayclient.diagnostics.block;

import io.github.xrayclient.diagnostics.explanation.BlockCause;
import io.github.xrayclient.diagnostics.explanation.BlockExplanation;
import io.github.xrayclient.diagnostics.explanation.NotChecked;
import io.github.xrayclient.diagnostics.refusal.BlockedDownload;
import io.github.xrayclient.diagnostics.refusal.CurationFinding;
import io.github.xrayclient.diagnostics.refusal.CurationRefusal;
import io.github.xrayclient.ignorerule.IgnoreFilters;
import io.github.xrayclient.internal.json.Json;
import io.github.xrayclient.value.ComponentId;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Hides credentials in the texts of explanations, which quote what the server sent. */
final class RedactedExplanation {
  private final UnaryOperator<String> redact;

  RedactedExplanation(UnaryOperator<String> redact) {
    this.redact = redact;
  }

  BlockExplanation of(BlockExplanation explanation) {
    return explanation.toBuilder()
        .refusal(explanation.refusal().map(this::shown))
        .user(explanation.user().map(redact))
        .packageStatus(explanation.packageStatus().map(this::shown))
        .xrayAvailability(explanation
            .xrayAvailability()
            .map(xray -> xray.toBuilder().problem(xray.problem().map(redact)).build()))
        .causes(each(explanation.causes(), this::shown))
        .ruledOut(each(
            explanation.ruledOut(),
            fact -> fact.toBuilder().reason(redact.apply(fact.reason())).build()))
        .notChecked(each(
            explanation.notChecked(),
            entry -> NotChecked.of(entry.what(), redact.apply(entry.because()))))
        .nextSteps(each(
            explanation.nextSteps(),
            step -> step.toBuilder()
                .text(redact.apply(step.text()))
                .command(step.command().map(redact))
                .build()))
        .build();
  }

  private BlockedDownload shown(BlockedDownload refusal) {
    return refusal.toBuilder()
        .address(refusal.address().map(redact))
        .text(redact.apply(refusal.text()))
        .curation(refusal.curation().map(this::shown))
        .build();
  }

  private CurationRefusal shown(CurationRefusal refusal) {
    return refusal.toBuilder()
        .policies(each(
            refusal.policies(),
            policy -> policy.toBuilder()
                .explanation(policy.explanation().map(redact))
                .recommendation(policy.recommendation().map(redact))
                .findings(each(policy.findings(), this::shown))
                .raw(redact.apply(policy.raw()))
                .build()))
        .findings(each(refusal.findings(), this::shown))
        .build();
  }

  private CurationFinding shown(CurationFinding finding) {
    return CurationFinding.of(finding.kind(), redact.apply(finding.text()));
  }

  private BlockCause shown(BlockCause cause) {
    return cause.toBuilder()
        .reason(redact.apply(cause.reason()))
        .violations(each(
            cause.violations(),
            violation -> violation.toBuilder()
                .components(
                    each(violation.components(), id -> ComponentId.of(redact.apply(id.wire()))))
                .url(violation.url().map(redact))
                .ignoreFilters(violation.ignoreFilters().filter(this::isClean))
                .notIgnorable(violation.notIgnorable().map(redact))
                .build()))
        .build();
  }

  /** Whether filters contain nothing to hide. Others could not be sent as they are shown. */
  private boolean isClean(IgnoreFilters filters) {
    String json = Json.MAPPER.valueToTree(filters).toString();
    return redact.apply(json).equals(json);
  }

  private static <T> List<T> each(List<T> values, UnaryOperator<T> change) {
    return values.stream().map(change).collect(Collectors.toList());
  }
}
