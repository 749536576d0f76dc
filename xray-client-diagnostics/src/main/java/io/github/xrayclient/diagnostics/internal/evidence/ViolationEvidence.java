package io.github.xrayclient.diagnostics.internal.evidence;

import io.github.xrayclient.diagnostics.explanation.BlockCause;
import io.github.xrayclient.diagnostics.explanation.NotChecked.Subject;
import io.github.xrayclient.diagnostics.explanation.RequestedArtifact;
import io.github.xrayclient.diagnostics.explanation.RuledOut;
import io.github.xrayclient.diagnostics.explanation.RuledOut.Fact;
import io.github.xrayclient.diagnostics.internal.coverage.IndexedWatch;
import io.github.xrayclient.diagnostics.internal.coverage.QuotedNames;
import io.github.xrayclient.diagnostics.internal.coverage.ResourceMatch;
import io.github.xrayclient.diagnostics.internal.coverage.WatchCoverage;
import io.github.xrayclient.diagnostics.internal.evidence.artifact.ArtifactFacts;
import io.github.xrayclient.diagnostics.internal.evidence.read.ArtifactLocation;
import io.github.xrayclient.diagnostics.internal.evidence.read.IgnoreStatus;
import io.github.xrayclient.diagnostics.internal.evidence.read.NewestViolations;
import io.github.xrayclient.diagnostics.internal.evidence.read.OptionalRead;
import io.github.xrayclient.diagnostics.internal.evidence.read.OptionalReads;
import io.github.xrayclient.internal.json.NonBlank;
import io.github.xrayclient.policy.PolicyType;
import io.github.xrayclient.violation.MatchedPolicy;
import io.github.xrayclient.violation.Violation;
import io.github.xrayclient.watch.Watch;
import io.github.xrayclient.watch.WatchResource;
import io.github.xrayclient.watch.WatchResourceType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
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

  FoundViolations weigh(ArtifactFacts facts, CandidateCauses candidates, EvidenceNotes notes) {
    FoundViolations found = search(facts, notes);
    candidates.setViolationsSearched(found.wereSearched());
    ViolatedArtifacts artifacts = new ViolatedArtifacts(facts);
    for (Violation violation : found.violations()) {
      Optional<Set<String>> repositories = artifacts.repositories(violation);
      for (MatchedPolicy matched : violation.matchedPolicies()) {
        ViolatedNames.of(violation, matched)
            .ifPresent(names -> weigh(violation, matched, names, repositories, facts, candidates));
      }
    }
    if (found.areComplete()) {
      RefutedRules.ruleOut(candidates);
    }
    return found;
  }

  private FoundViolations search(ArtifactFacts facts, EvidenceNotes notes) {
    List<ArtifactLocation> locations = facts.locations();
    if (locations.isEmpty()) {
      notSearched(
          facts.path().isEmpty()
              ? "the path of the artifact is not known"
              : "the members of the virtual repository are not known",
          notes);
      return FoundViolations.notSearched();
    }
    OptionalRead.Answer<NewestViolations> answer = reads.violations(locations);
    if (answer.value().isEmpty()) {
      notSearched(answer.problem(), notes);
      return FoundViolations.notSearched();
    }
    NewestViolations found = answer.value().get();
    if (!found.isComplete()) {
      notes.addNotChecked(
          Subject.OLDER_VIOLATIONS,
          "only the newest " + found.violations().size() + " violations were read");
    }
    return FoundViolations.of(found.violations(), found.isComplete());
  }

  private static void notSearched(String why, EvidenceNotes notes) {
    notes.addNotChecked(Subject.VIOLATIONS, why);
  }

  private static void weigh(
      Violation violation,
      MatchedPolicy matched,
      ViolatedNames names,
      Optional<Set<String>> repositories,
      ArtifactFacts facts,
      CandidateCauses candidates) {
    Predicate<CandidateCause> isThere = candidate ->
        repositories.map(keys -> keys.contains(candidate.repository())).orElse(true);
    if (IgnoreStatus.blocks(violation, matched)) {
      confirm(violation, names, isThere, repositories, facts, candidates);
    } else if (!IgnoreStatus.isIgnored(violation, matched)) {
      NonBlockingViolation.weigh(
          violation,
          matched,
          names,
          candidates.stream().filter(isThere).collect(Collectors.toList()));
    }
  }

  private static void confirm(
      Violation violation,
      ViolatedNames names,
      Predicate<CandidateCause> isThere,
      Optional<Set<String>> repositories,
      ArtifactFacts facts,
      CandidateCauses candidates) {
    List<CandidateCause> named = named(violation, names, isThere, candidates);
    if (named.isEmpty()) {
      candidates
          .another(candidate -> candidate.rule().isEmpty()
              && named(violation, names.withoutRule(), isThere, candidates).contains(candidate))
          .ifPresent(named::add);
    }
    if (named.isEmpty()) {
      addUnexpected(violation, names, repositories, facts, candidates);
    }
    List<CandidateCause> fitting = ViolatedRule.among(named, violation);
    Optional<String> open = openQuestion(fitting, repositories);
    fitting.forEach(candidate -> open.ifPresentOrElse(
        question -> candidate.violations().markAmbiguous(violation, question),
        () -> candidate.violations().confirm(violation, names.rule())));
  }

  private static List<CandidateCause> named(
      Violation violation,
      ViolatedNames names,
      Predicate<CandidateCause> isThere,
      CandidateCauses candidates) {
    List<CandidateCause> named = candidates.stream()
        .filter(isThere)
        .filter(candidate -> candidate.isNamedBy(names))
        .collect(Collectors.toList());
    return new ArrayList<>(ViolatedPolicy.among(named, names, violation));
  }

  /** What the violation leaves open about the candidates that it fits; empty if it confirms them. */
  private static Optional<String> openQuestion(
      List<CandidateCause> fitting, Optional<Set<String>> repositories) {
    if (fitting.stream().map(CandidateCause::identity).distinct().count() > 1) {
      List<String> rules =
          fitting.stream().map(CandidateCause::quotedRule).distinct().collect(Collectors.toList());
      return Optional.of(
          rules.size() > 1
              ? "more than one rule matches the violation: " + String.join(", ", rules)
              : "more than one watch or policy has this name");
    }
    boolean isAboutSeveral =
        fitting.stream().map(CandidateCause::repository).distinct().count() > 1;
    return repositories.isEmpty() && isAboutSeveral
        ? Optional.of("the violation does not name the member in which it was found")
        : Optional.empty();
  }

  /** Adds a cause whose watch could not be read, was ruled out, or was changed meanwhile. */
  private static void addUnexpected(
      Violation violation,
      ViolatedNames names,
      Optional<Set<String>> repositories,
      ArtifactFacts facts,
      CandidateCauses candidates) {
    String watch = names.watch();
    String policy = names.policy();
    List<IndexedWatch> known = facts.index().watches(watch);
    if (!known.isEmpty() && known.stream().allMatch(IndexedWatch::isInactive)) {
      candidates.addRuledOut(RuledOut.builder()
          .watch(watch)
          .watchProject(project(known))
          .policy(policy)
          .rule(names.rule())
          .trigger(BlockCause.Trigger.VIOLATION)
          .fact(Fact.WATCH_INACTIVE)
          .reason("Watch " + QuotedNames.of(watch)
              + " is not active, although a violation that it found still exists.")
          .build());
      return;
    }
    RequestedArtifact violated = facts.artifacts().stream()
        .filter(artifact ->
            repositories.filter(keys -> keys.contains(artifact.repository())).isPresent())
        .findFirst()
        .orElse(facts.artifacts().get(0));
    candidates.addConfirmed(BlockCause.builder()
        .verdict(BlockCause.Verdict.CONFIRMED)
        .watch(watch)
        .watchProject(project(known))
        .policy(policy)
        .policyType(type(known, policy, violation))
        .member(repositories.filter(keys -> facts.isVirtual()).map(keys -> violated.repository()))
        .rule(names.rule())
        .trigger(BlockCause.Trigger.VIOLATION)
        .resource(resource(known, violated, facts))
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

  /** The type of the policy; that of the violation, if there are several policies or none of this name. */
  private static Optional<PolicyType> type(
      List<IndexedWatch> watches, String policy, Violation violation) {
    List<PolicyType> types = watches.stream()
        .flatMap(watch -> watch.policies().stream())
        .filter(known -> known.name().equals(policy))
        .flatMap(known -> NonBlank.word(known.type()).stream())
        .distinct()
        .collect(Collectors.toList());
    return types.size() == 1
        ? Optional.of(types.get(0))
        : ViolationValues.policyType(violation).or(() -> types.stream().findFirst());
  }

  /** The resource that matches best, or the repository itself if the watch could not be read. */
  private static WatchResource resource(
      List<IndexedWatch> watches, RequestedArtifact artifact, ArtifactFacts facts) {
    WatchCoverage coverage = new WatchCoverage(artifact);
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
