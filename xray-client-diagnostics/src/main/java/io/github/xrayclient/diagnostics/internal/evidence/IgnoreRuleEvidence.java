package io.github.xrayclient.diagnostics.internal.evidence;

import io.github.xrayclient.diagnostics.explanation.NextStep;
import io.github.xrayclient.diagnostics.explanation.NextStep.Kind;
import io.github.xrayclient.diagnostics.explanation.NotChecked.Subject;
import io.github.xrayclient.diagnostics.internal.coverage.QuotedNames;
import io.github.xrayclient.diagnostics.internal.evidence.artifact.ArtifactFacts;
import io.github.xrayclient.diagnostics.internal.evidence.read.IgnoreStatus;
import io.github.xrayclient.diagnostics.internal.evidence.read.OptionalRead;
import io.github.xrayclient.diagnostics.internal.evidence.read.OptionalReads;
import io.github.xrayclient.ignorerule.IgnoreFilters;
import io.github.xrayclient.ignorerule.IgnoreRule;
import io.github.xrayclient.ignorerule.IgnoreTarget;
import io.github.xrayclient.internal.json.NonBlank;
import io.github.xrayclient.value.Timestamp;
import io.github.xrayclient.violation.Violation;
import io.github.xrayclient.violation.detail.IgnoreRuleInfo;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds ignore rules that concern the artifact, and why they do not make the download possible. */
final class IgnoreRuleEvidence {
  private static final int MOST = 5;

  private final OptionalReads reads;

  IgnoreRuleEvidence(OptionalReads reads) {
    this.reads = reads;
  }

  void weigh(
      ArtifactFacts facts,
      CandidateCauses candidates,
      FoundViolations found,
      Instant now,
      EvidenceNotes notes) {
    List<CandidateCause> byViolation = candidates.byViolation();
    allIgnored(found, byViolation, notes);
    found.violations().stream()
        .flatMap(violation -> IgnoreStatus.rule(violation).stream())
        .flatMap(rule -> outOfForce(rule).stream())
        .limit(MOST)
        .forEach(notes::addStep);
    if (byViolation.isEmpty()) {
      return;
    }
    OptionalRead.Answer<List<IgnoreRule>> rules = reads.ignoreRules();
    if (rules.value().isEmpty()) {
      notes.addNotChecked(Subject.IGNORE_RULES, rules.problem());
      return;
    }
    if (rules.value().get().size() == OptionalReads.ROWS) {
      notes.addNotChecked(
          Subject.OLDER_IGNORE_RULES,
          "only the newest " + OptionalReads.ROWS + " ignore rules are read");
    }
    rules.value().get().stream()
        .filter(rule -> isAbout(rule, facts, found))
        .limit(MOST)
        .map(rule -> why(rule, byViolation, now))
        .forEach(notes::addStep);
  }

  private static void allIgnored(
      FoundViolations found, List<CandidateCause> candidates, EvidenceNotes notes) {
    for (CandidateCause candidate : candidates) {
      List<Violation> ofWatch = found.violations().stream()
          .filter(violation ->
              violation.watchName().filter(candidate.watch().name()::equals).isPresent())
          .collect(Collectors.toList());
      if (!candidate.isConfirmed()
          && !ofWatch.isEmpty()
          && ofWatch.stream().allMatch(IgnoreStatus::isIgnored)) {
        candidate.addCondition("the artifact has a violation that is not ignored, unlike the"
            + " violations that were found (" + ofWatch.size() + ")");
        notes.addStep(
            Kind.RETRY,
            "Try the download again in five minutes. All violations that were found are ignored"
                + by(ofWatch) + ", but Artifactory caches verdicts for about 300 seconds. If it is"
                + " still refused then, check the rules on unscanned artifacts.");
      }
    }
  }

  /** Who ignored the violations, and until when; empty if the server does not say it. */
  private static String by(List<Violation> violations) {
    String rules = violations.stream()
        .flatMap(violation -> IgnoreStatus.rule(violation).stream())
        .map(rule -> "ignore rule " + rule.id().orElseThrow()
            + rule.author().map(author -> " of " + author).orElse("")
            + rule.expiresAt()
                .filter(time -> time.toInstant().isPresent())
                .map(time -> " until " + time)
                .orElse(""))
        .distinct()
        .limit(MOST)
        .collect(Collectors.joining(" and "));
    return rules.isEmpty() ? "" : " by " + rules;
  }

  private static Optional<NextStep> outOfForce(IgnoreRuleInfo rule) {
    String name = "Ignore rule " + rule.id().orElseThrow();
    if (rule.isDeleted()) {
      return Optional.of(deleted(name, text(rule.deletedAt())));
    }
    return rule.expired().orElse(false)
        ? Optional.of(expired(name, text(rule.expiresAt())))
        : Optional.empty();
  }

  private static NextStep deleted(String name, String time) {
    return NextStep.of(
        Kind.CREATE_IGNORE_RULE,
        "Create a new ignore rule if it is still needed. " + name + " was deleted" + time(time)
            + ", so it has no effect.");
  }

  private static NextStep expired(String name, String time) {
    return NextStep.of(
        Kind.CREATE_IGNORE_RULE,
        "Create a new ignore rule if it is still needed. " + name + " expired" + time(time)
            + ", so it has no effect.");
  }

  private static String text(Optional<Timestamp> time) {
    return time.filter(known -> !known.isNever()).map(Timestamp::wire).orElse("");
  }

  private static String time(String text) {
    return text.isEmpty() ? "" : " at " + text;
  }

  /** Whether a rule names a violation of the artifact, or the artifact itself. */
  private static boolean isAbout(IgnoreRule rule, ArtifactFacts facts, FoundViolations found) {
    IgnoreFilters filters =
        rule.filters().orElseGet(() -> IgnoreFilters.builder().build());
    Set<String> issues =
        found.violations().stream().flatMap(IgnoreRuleEvidence::issues).collect(Collectors.toSet());
    return !Collections.disjoint(filters.vulnerabilities(), issues)
        || !Collections.disjoint(filters.cves(), issues)
        || !Collections.disjoint(filters.licenses(), issues)
        || filters.artifacts().stream().anyMatch(named -> isIt(named, facts));
  }

  private static Stream<String> issues(Violation violation) {
    return Stream.concat(NonBlank.text(violation.issueId()).stream(), violation.cves().stream());
  }

  private static boolean isIt(IgnoreTarget named, ArtifactFacts facts) {
    String path = facts.path().orElse("");
    String file = path.substring(path.lastIndexOf('/') + 1);
    Optional<String> within = NonBlank.text(named.path());
    return NonBlank.text(named.name())
            .filter(name -> name.equals(file) || name.equals(path))
            .isPresent()
        || (!path.isEmpty()
            && within
                .filter(
                    folder -> locations(facts).anyMatch(location -> location.startsWith(folder)))
                .isPresent());
  }

  private static Stream<String> locations(ArtifactFacts facts) {
    return facts.locations().stream()
        .flatMap(location -> Stream.of(location.path(), location.toString()));
  }

  private static NextStep why(IgnoreRule rule, List<CandidateCause> candidates, Instant now) {
    String name = "Ignore rule " + rule.id();
    if (rule.isDeleted()) {
      return deleted(name, text(rule.deletedAt()));
    }
    boolean over =
        rule.expiresAt().flatMap(Timestamp::toInstant).filter(now::isAfter).isPresent();
    if (over || rule.expired().orElse(false)) {
      return expired(name, text(rule.expiresAt()));
    }
    IgnoreFilters filters = rule.filters().orElseThrow();
    List<String> watches = NonBlank.texts(filters.watches());
    List<String> policies = NonBlank.texts(filters.policies());
    if (none(watches, candidates.stream().map(candidate -> candidate.watch().name()))) {
      return check("Check the watches that ignore rule " + rule.id() + " names ("
          + QuotedNames.of(watches)
          + "). It does not name the watches that block the download.");
    }
    if (none(policies, candidates.stream().map(CandidateCause::policy))) {
      return check("Check the policies that ignore rule " + rule.id() + " names ("
          + QuotedNames.of(policies)
          + "). It does not name the policies that block the download.");
    }
    return check("Check whether everything that ignore rule " + rule.id()
        + " names matches the violations. It seems to apply, but it takes effect only after Xray"
        + " has evaluated the violations again and Artifactory's cached verdict has expired, after"
        + " about 300 seconds.");
  }

  private static NextStep check(String text) {
    return NextStep.of(Kind.CHECK_IGNORE_RULE, text);
  }

  private static boolean none(Collection<String> named, Stream<String> wanted) {
    return !named.isEmpty()
        && named.stream().noneMatch("any"::equalsIgnoreCase)
        && wanted.noneMatch(named::contains);
  }
}
