package io.github.xrayclient.diagnostics.internal.evidence;

import io.github.xrayclient.diagnostics.explanation.BlockCause;
import io.github.xrayclient.diagnostics.explanation.RuledOut;
import io.github.xrayclient.diagnostics.explanation.Trigger;
import io.github.xrayclient.diagnostics.explanation.Verdict;
import io.github.xrayclient.diagnostics.internal.coverage.IndexedWatch;
import io.github.xrayclient.diagnostics.internal.coverage.ResourceMatch;
import io.github.xrayclient.diagnostics.internal.coverage.WatchCoverage;
import io.github.xrayclient.policy.PolicyType;
import io.github.xrayclient.violation.MatchedPolicy;
import io.github.xrayclient.violation.Violation;
import io.github.xrayclient.watch.Watch;
import io.github.xrayclient.watch.WatchResource;
import io.github.xrayclient.watch.WatchResourceType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Searches the artifact's violations. One that blocks is proof against its watch and policy, and
 * against the rule if that can be told; that none was found says nothing.
 */
public final class ViolationEvidence {
  private final OptionalReads lookups;

  public ViolationEvidence(OptionalReads lookups) {
    this.lookups = lookups;
  }

  public void weigh(Inquiry inquiry) {
    List<ArtifactLocation> places = inquiry.places();
    if (places.isEmpty()) {
      inquiry.notChecked(
          "Violations were not searched, so no cause is confirmed, because no path is known.");
      return;
    }
    OptionalRead.Answer<List<Violation>> answer = lookups.violations(places);
    if (answer.value().isEmpty()) {
      inquiry.notChecked("Violations were not searched, so no cause is confirmed, because "
          + answer.problem() + ".");
      return;
    }
    List<Violation> found = answer.value().get();
    if (found.size() == OptionalReads.ROWS) {
      inquiry.notChecked(
          "Only the oldest " + OptionalReads.ROWS + " violations of the artifact were looked at.");
    }
    inquiry.violations(found.stream()
        .filter(violation -> isOfOneOf(places, violation))
        .collect(Collectors.toList()));
    for (Violation violation : inquiry.violations()) {
      for (MatchedPolicy matched : violation.matchedPolicies()) {
        if (IgnoreStatus.blocks(violation, matched)) {
          prove(violation, matched, inquiry);
        }
      }
    }
  }

  /** The server is asked for these only; one that passes over the question proves nothing. */
  private static boolean isOfOneOf(List<ArtifactLocation> places, Violation violation) {
    List<String> artifacts = violation.impactedArtifacts();
    return artifacts.isEmpty()
        || places.stream().anyMatch(place -> artifacts.stream().anyMatch(place::isMeantBy));
  }

  private static void prove(Violation violation, MatchedPolicy matched, Inquiry inquiry) {
    Optional<String> watch = violation.watchName();
    Optional<String> policy = matched.policy();
    if (watch.isEmpty() || policy.isEmpty()) {
      return;
    }
    List<CandidateCause> meant = inquiry.suspects().stream()
        .filter(suspect -> suspect.isMeantBy(watch.get(), policy.get(), matched.rule()))
        .collect(Collectors.toList());
    if (meant.isEmpty()) {
      accuseAnother(violation, watch.get(), policy.get(), matched, inquiry);
    }
    List<CandidateCause> fitting = ViolatedRule.among(meant, violation);
    if (fitting.stream().map(CandidateCause::identity).distinct().count() > 1) {
      List<String> rules =
          fitting.stream().map(CandidateCause::ruleName).distinct().collect(Collectors.toList());
      fitting.forEach(suspect -> suspect.accuse(violation, rules));
    } else {
      fitting.forEach(suspect -> suspect.prove(violation, matched.rule(), inquiry.now()));
    }
  }

  /** A watch that was not suspected: it could not be read, was ruled out, or was changed meanwhile. */
  private static void accuseAnother(
      Violation violation, String watch, String policy, MatchedPolicy matched, Inquiry inquiry) {
    List<IndexedWatch> known = inquiry.index().watches(watch);
    CandidateCauses suspects = inquiry.suspects();
    if (!known.isEmpty() && known.stream().allMatch(IndexedWatch::isInactive)) {
      suspects.ruleOut(RuledOut.builder()
          .watch(watch)
          .policy(policy)
          .rule(matched.rule())
          .reason("the watch is not active, though a violation that it found is still there")
          .build());
      return;
    }
    BlockCause.Builder cause = BlockCause.builder()
        .verdict(Verdict.CONFIRMED)
        .watch(watch)
        .policy(policy)
        .policyType(type(known, policy))
        .rule(matched.rule())
        .trigger(Trigger.VIOLATION)
        .resource(resource(known, inquiry))
        .reason(CauseWording.proof(violation) + " It is one of watch " + watch + " and policy "
            + policy + ", "
            + (known.isEmpty()
                ? "and the watch is not among those that could be read."
                : "which do not seem to block the artifact by what they say now."));
    suspects.convict(cause.build());
  }

  private static Optional<PolicyType> type(List<IndexedWatch> watches, String policy) {
    return watches.stream()
        .flatMap(watch -> watch.policies().stream())
        .filter(known -> known.name().equals(policy))
        .flatMap(known -> known.type().stream())
        .findFirst();
  }

  /** The watch's best resource; the repository itself for a watch that could not be read. */
  private static WatchResource resource(List<IndexedWatch> watches, Inquiry inquiry) {
    WatchCoverage coverage = new WatchCoverage(inquiry.targets().get(0));
    return watches.stream()
        .map(IndexedWatch::watch)
        .map((Watch watch) -> coverage.best(watch).map(ResourceMatch::resource))
        .flatMap(Optional::stream)
        .findFirst()
        .orElseGet(() -> WatchResource.builder()
            .type(WatchResourceType.REPOSITORY)
            .name(inquiry.asked().repository())
            .build());
  }
}
