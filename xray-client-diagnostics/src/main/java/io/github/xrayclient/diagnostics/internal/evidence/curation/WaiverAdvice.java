package io.github.xrayclient.diagnostics.internal.evidence.curation;

import io.github.xrayclient.curation.CurationPolicy;
import io.github.xrayclient.curation.value.WaiverRequestConfig;
import io.github.xrayclient.curation.waiverrequest.WaiverRequest;
import io.github.xrayclient.curation.waiverrequest.WaiverRequestDraft;
import io.github.xrayclient.diagnostics.explanation.NextStep;
import io.github.xrayclient.diagnostics.explanation.NextStep.Kind;
import io.github.xrayclient.diagnostics.internal.coverage.QuotedNames;
import io.github.xrayclient.diagnostics.refusal.CurationRefusal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What to do about waivers and waiver requests for a refused package. */
final class WaiverAdvice {
  private WaiverAdvice() {}

  /** A waiver request, unless one is pending, a policy does not accept it, or a value is not known. */
  static Optional<WaiverRequestDraft> draft(
      RefusedPackage refused,
      CurationRefusal refusal,
      List<CurationPolicy> blocking,
      List<WaiverRequest> asked) {
    boolean complete = refused.type().isPresent()
        && refused.version().isPresent()
        && refused.curatedRepository().isPresent();
    if (!complete
        || blocking.stream().anyMatch(WaiverAdvice::takesNoRequests)
        || asked.stream().anyMatch(request -> WaiverRequestFindings.isPending(request, refused))) {
      return Optional.empty();
    }
    String policies = refusal.policies().stream()
        .map(violated -> QuotedNames.of(violated.policy())
            + violated
                .condition()
                .map(name -> " (condition " + QuotedNames.of(name) + ")")
                .orElse(""))
        .collect(Collectors.joining(", "));
    return Optional.of(WaiverRequestDraft.of(
            refused.type().get(), refused.name(), refused.version().get())
        .repositoryKey(refused.curatedRepository().get())
        .reason("Refused by " + (policies.isEmpty() ? "Curation" : "policy " + policies))
        .build());
  }

  static void steps(
      RefusedPackage refused,
      List<CurationPolicy> blocking,
      List<WaiverRequest> asked,
      Optional<WaiverRequestDraft> draft,
      List<NextStep> steps) {
    blocking.stream()
        .filter(WaiverAdvice::takesNoRequests)
        .forEach(policy -> steps.add(NextStep.of(
            Kind.ASK_POLICY_OWNERS,
            "Ask the owners of curation policy " + QuotedNames.of(policy.name())
                + " for a waiver for " + refused
                + ", because the policy does not accept waiver requests.")));
    asked.stream()
        .filter(request -> WaiverRequestFindings.isPending(request, refused))
        .forEach(request -> steps.add(NextStep.of(
            Kind.DECIDE_WAIVER_REQUEST,
            "Have the pending waiver request " + request.id() + " decided.")));
    draft.ifPresent(ready -> {
      steps.removeIf(step -> step.kind() == Kind.REQUEST_WAIVER);
      steps.add(NextStep.of(
          Kind.REQUEST_WAIVER,
          "Request a waiver for the " + ready.packageType() + " package " + refused
              + ready
                  .repositoryKey()
                  .map(key -> " in repository " + QuotedNames.of(key))
                  .orElse("")
              + ". A request is prepared; replace its reason with your own."));
    });
    if (blocking.size() > 1) {
      steps.add(NextStep.of(
          Kind.WAIVE_EVERY_POLICY,
          "Get a waiver from each of the policies, because each of them blocks the package."));
    }
  }

  private static boolean takesNoRequests(CurationPolicy policy) {
    return policy
        .waiverRequestConfig()
        .filter(WaiverRequestConfig.FORBIDDEN::equals)
        .isPresent();
  }
}
