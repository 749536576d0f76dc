package io.github.xrayclient.diagnostics.internal.evidence;

import io.github.xrayclient.diagnostics.explanation.BlockCause;
import io.github.xrayclient.diagnostics.explanation.NotChecked.Subject;
import io.github.xrayclient.diagnostics.explanation.RuledOut;
import io.github.xrayclient.diagnostics.explanation.RuledOut.Fact;
import io.github.xrayclient.diagnostics.internal.coverage.IndexedWatch;
import io.github.xrayclient.diagnostics.internal.coverage.QuotedNames;
import io.github.xrayclient.diagnostics.internal.coverage.ResourceMatch;
import io.github.xrayclient.diagnostics.internal.coverage.WatchCoverage;
import io.github.xrayclient.internal.json.NonBlank;
import io.github.xrayclient.paging.Page;
import io.github.xrayclient.policy.PolicyType;
import io.github.xrayclient.violation.MatchedPolicy;
import io.github.xrayclient.violation.Violation;
import io.github.xrayclient.watch.Watch;
import io.github.xrayclient.watch.WatchResource;
import io.github.xrayclient.watch.WatchResourceType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Searches the violations of the artifact. A violation that blocks downloads confirms its watch and
 * policy, and also the rule if only one can be meant. If no violation is found, this rules nothing
 * out.
 */
final class ViolationEvidence {
  private final OptionalReads reads;

  ViolationEvidence(OptionalReads reads) {
    this.reads = reads;
  }

  FoundViolations weigh(
      ArtifactFacts facts, CandidateCauses candidates, Instant now, EvidenceNotes notes) {
    FoundViolations found = search(facts, notes);
    candidates.setViolationsSearched(found.wereSearched());
    for (Violation violation : found.violations()) {
      for (MatchedPolicy matched : violation.matchedPolicies()) {
        if (IgnoreStatus.blocks(violation, matched)) {
          weigh(violation, matched, facts, candidates, now);
        }
      }
    }
    return found;
  }

  private FoundViolations search(ArtifactFacts facts, EvidenceNotes notes) {
    List<ArtifactLocation> locations = facts.locations();
    if (locations.isEmpty()) {
      notSearched("the path of the artifact is not known", notes);
      return FoundViolations.notSearched();
    }
    OptionalRead.Answer<Page<Violation>> answer = reads.violations(locations);
    if (answer.value().isEmpty()) {
      notSearched(answer.problem(), notes);
      return FoundViolations.notSearched();
    }
    Page<Violation> found = answer.value().get();
    boolean complete = found.total().orElse(0) <= OptionalReads.ROWS;
    if (!complete) {
      notes.addNotChecked(
          Subject.NEWER_VIOLATIONS,
          "only the oldest " + OptionalReads.ROWS + " violations are read");
    }
    return FoundViolations.of(found.items(), complete);
  }

  private static void notSearched(String why, EvidenceNotes notes) {
    notes.addNotChecked(Subject.VIOLATIONS, why);
  }

  private static void weigh(
      Violation violation,
      MatchedPolicy matched,
      ArtifactFacts facts,
      CandidateCauses candidates,
      Instant now) {
    Optional<String> watch = NonBlank.text(violation.watchName());
    Optional<String> policy = NonBlank.text(matched.policy());
    Optional<String> rule = NonBlank.text(matched.rule());
    if (watch.isEmpty() || policy.isEmpty()) {
      return;
    }
    List<CandidateCause> named = candidates.stream()
        .filter(candidate -> candidate.isNamedBy(watch.get(), policy.get(), rule))
        .collect(Collectors.toList());
    if (named.isEmpty()) {
      addUnexpected(violation, watch.get(), policy.get(), rule, facts, candidates);
    }
    List<CandidateCause> fitting = ViolatedRule.among(named, violation);
    if (fitting.stream().map(CandidateCause::identity).distinct().count() > 1) {
      List<String> rules =
          fitting.stream().map(CandidateCause::quotedRule).distinct().collect(Collectors.toList());
      fitting.forEach(candidate -> candidate.markAmbiguous(violation, rules));
    } else {
      fitting.forEach(candidate -> candidate.confirm(violation, rule, now));
    }
  }

  /** Adds a cause whose watch could not be read, was ruled out, or was changed meanwhile. */
  private static void addUnexpected(
      Violation violation,
      String watch,
      String policy,
      Optional<String> rule,
      ArtifactFacts facts,
      CandidateCauses candidates) {
    List<IndexedWatch> known = facts.index().watches(watch);
    if (!known.isEmpty() && known.stream().allMatch(IndexedWatch::isInactive)) {
      candidates.addRuledOut(RuledOut.builder()
          .watch(watch)
          .policy(policy)
          .rule(rule)
          .fact(Fact.WATCH_INACTIVE)
          .reason("Watch " + QuotedNames.of(watch)
              + " is not active, although a violation that it found still exists.")
          .build());
      return;
    }
    candidates.addConfirmed(BlockCause.builder()
        .verdict(BlockCause.Verdict.CONFIRMED)
        .watch(watch)
        .watchProject(project(known))
        .policy(policy)
        .policyType(type(known, policy))
        .rule(rule)
        .trigger(BlockCause.Trigger.VIOLATION)
        .resource(resource(known, facts))
        .violationCount(1)
        .addViolation(ViolationValues.of(violation))
        .reason(CauseWording.confirmation(violation) + " It belongs to watch "
            + QuotedNames.of(watch) + " and policy " + QuotedNames.of(policy) + ". "
            + (known.isEmpty()
                ? "The watch is not among the watches that could be read."
                : "With their present settings, this watch and policy do not seem to block the"
                    + " download."))
        .build());
  }

  private static Optional<String> project(List<IndexedWatch> watches) {
    return watches.stream().findFirst().flatMap(IndexedWatch::project);
  }

  private static Optional<PolicyType> type(List<IndexedWatch> watches, String policy) {
    return watches.stream()
        .flatMap(watch -> watch.policies().stream())
        .filter(known -> known.name().equals(policy))
        .flatMap(known -> NonBlank.word(known.type()).stream())
        .findFirst();
  }

  /** The resource that matches best, or the repository itself if the watch could not be read. */
  private static WatchResource resource(List<IndexedWatch> watches, ArtifactFacts facts) {
    WatchCoverage coverage = new WatchCoverage(facts.artifacts().get(0));
    return watches.stream()
        .map(IndexedWatch::watch)
        .map((Watch watch) -> coverage.best(watch).map(ResourceMatch::resource))
        .flatMap(Optional::stream)
        .findFirst()
        .orElseGet(() -> WatchResource.builder()
            .type(WatchResourceType.REPOSITORY)
            .name(facts.asked().repository())
            .build());
  }
}
