package io.github.xrayclient.diagnostics.internal.evidence;

import io.github.xrayclient.diagnostics.explanation.BlockCause;
import io.github.xrayclient.diagnostics.explanation.BlockCause.Verdict;
import io.github.xrayclient.diagnostics.explanation.BlockingViolation;
import io.github.xrayclient.diagnostics.internal.coverage.BlockingRule;
import io.github.xrayclient.diagnostics.internal.coverage.Coverage;
import io.github.xrayclient.diagnostics.internal.coverage.QuotedNames;
import io.github.xrayclient.diagnostics.internal.coverage.ResourceMatch;
import io.github.xrayclient.diagnostics.internal.coverage.WatchMatch;
import io.github.xrayclient.policy.PolicyType;
import io.github.xrayclient.value.Timestamp;
import io.github.xrayclient.violation.Violation;
import io.github.xrayclient.watch.AssignedPolicy;
import io.github.xrayclient.watch.Watch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One switch of one rule that may block, or a policy that could not be read, while evidence on it is
 * weighed. Different kinds of evidence may be added in any order. Not thread-safe.
 */
final class CandidateCause {
  private final String repository;
  private final Watch watch;
  private final ResourceMatch match;
  private final AssignedPolicy policy;
  private final @Nullable BlockingRule rule;
  private final BlockCause.@Nullable Trigger trigger;
  private final String member;

  private final List<String> conditions = new ArrayList<>();
  private final List<String> lastingConditions = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final List<String> ambiguousRules = new ArrayList<>();
  private final Set<BlockingViolation> violations = new LinkedHashSet<>();
  private @Nullable Violation confirmation;
  private @Nullable String confirmedRule;
  private @Nullable Violation ambiguity;
  private boolean graceIsOver;

  /** A policy that is assigned, but could not be read. */
  CandidateCause(WatchMatch match, AssignedPolicy unread, String member) {
    this(match, unread, null, null, member);
  }

  /**
   * A switch of a rule.
   *
   * @param member which member of a virtual repository it is about, or an empty text
   */
  CandidateCause(WatchMatch match, BlockingRule rule, BlockCause.Trigger trigger, String member) {
    this(
        match,
        AssignedPolicy.builder()
            .name(rule.policy().name())
            .type(rule.policy().type())
            .build(),
        rule,
        trigger,
        member);
  }

  private CandidateCause(
      WatchMatch watchMatch,
      AssignedPolicy policy,
      @Nullable BlockingRule rule,
      BlockCause.@Nullable Trigger trigger,
      String member) {
    this.repository = watchMatch.repository();
    this.watch = watchMatch.watch().watch();
    this.match = watchMatch.match();
    this.policy = policy;
    this.rule = rule;
    this.trigger = trigger;
    this.member = member;
    if (match.coverage() == Coverage.COVERS_IF) {
      conditions.add(match.reason());
    }
    if (watch.active().isEmpty()) {
      conditions.add("the watch is active, which the server did not state");
    }
  }

  /** The key of the artifact's repository; of a virtual one that of the member. */
  String repository() {
    return repository;
  }

  Watch watch() {
    return watch;
  }

  ResourceMatch match() {
    return match;
  }

  String policy() {
    return policy.name();
  }

  Optional<PolicyType> policyType() {
    return policy.type();
  }

  /** The member of a virtual repository that it is about; empty if the repository is none. */
  String member() {
    return member;
  }

  /** What is the same for all members. */
  List<Object> identity() {
    return List.of(
        watch.name(), watch.projectKey(), policy, rule().map(BlockingRule::name), trigger());
  }

  /** Empty if the policy could not be read. */
  Optional<BlockingRule> rule() {
    return Optional.ofNullable(rule);
  }

  boolean is(BlockCause.Trigger other) {
    return trigger == other;
  }

  /** Empty if the policy could not be read. */
  Optional<BlockCause.Trigger> trigger() {
    return Optional.ofNullable(trigger);
  }

  boolean isConfirmed() {
    return confirmation != null;
  }

  /** The rule's name in quotation marks, or words for a rule that could not be read. */
  String quotedRule() {
    return rule()
        .map(BlockingRule::name)
        .map(QuotedNames::of)
        .orElse("a rule that could not be read");
  }

  /** Whether it is about the same watch, policy and member, so that one rule ends the evaluation. */
  boolean isBeside(CandidateCause other) {
    return watch.equals(other.watch) && policy.equals(other.policy) && member.equals(other.member);
  }

  /** Whether a violation of this watch, policy and rule would be one of it. */
  boolean isNamedBy(String watchName, String policyName, Optional<String> ruleName) {
    return trigger != BlockCause.Trigger.UNSCANNED
        && watch.name().equals(watchName)
        && policy.name().equals(policyName)
        && (rule == null || ruleName.isEmpty() || ruleName.get().equals(rule.name()));
  }

  /** Adds a violation that blocks: only a grace period that may still run is open after that. */
  void confirm(Violation violation, Optional<String> ruleName, Instant now) {
    if (confirmation == null) {
      confirmation = violation;
    }
    violations.add(ViolationValues.of(violation));
    confirmedRule = ruleName.orElse(null);
    graceIsOver |= rule != null && isGraceOver(violation, rule, now);
  }

  /** Adds a violation that blocks by one of these rules: the policy is certain, but not which rule. */
  void markAmbiguous(Violation violation, List<String> rules) {
    if (ambiguity == null) {
      ambiguity = violation;
      ambiguousRules.addAll(rules);
    }
    violations.add(ViolationValues.of(violation));
  }

  /** Adds a condition on which it depends, unless a violation confirms it. */
  void addCondition(String condition) {
    conditions.add(condition);
  }

  /** Adds a condition on which it depends, even if a violation confirms it. */
  void addLastingCondition(String condition) {
    lastingConditions.add(condition);
  }

  /** Adds a sentence to its reason. */
  void addNote(String sentence) {
    notes.add(sentence);
  }

  /** How sure it is by now. */
  Verdict verdict() {
    if (!openConditions().isEmpty() || (rule == null && !isConfirmed())) {
      return Verdict.POSSIBLE;
    }
    return isConfirmed() ? Verdict.CONFIRMED : Verdict.LIKELY;
  }

  /** The first violation that confirms it. */
  Optional<Violation> confirmation() {
    return Optional.ofNullable(confirmation);
  }

  /** The first violation that may be of it or of another rule; empty if another one confirms it. */
  Optional<Violation> ambiguity() {
    return Optional.ofNullable(ambiguity).filter(violation -> !isConfirmed());
  }

  /** The rules that the ambiguous violation may be of. */
  List<String> ambiguousRules() {
    return ambiguousRules;
  }

  /** Sentences to add to its reason. */
  List<String> notes() {
    return notes;
  }

  BlockCause toCause(String reason, boolean violationsSearched) {
    boolean byViolation = trigger != BlockCause.Trigger.UNSCANNED;
    return BlockCause.builder()
        .verdict(verdict())
        .watch(watch.name())
        .watchProject(watch.projectKey().filter(key -> !key.isEmpty()))
        .policy(policy.name())
        .policyType(policy.type())
        .criteria(byViolation ? rule().flatMap(BlockingRule::criteria) : Optional.empty())
        .violationCount(
            byViolation && violationsSearched ? Optional.of(violations.size()) : Optional.empty())
        .violations(violations)
        .rule(rule().map(BlockingRule::name).or(() -> Optional.ofNullable(confirmedRule)))
        .trigger(Optional.ofNullable(isConfirmed() ? BlockCause.Trigger.VIOLATION : trigger))
        .resource(match.resource())
        .reason(reason)
        .build();
  }

  /** The conditions that are left. */
  List<String> openConditions() {
    List<String> open =
        new ArrayList<>(isConfirmed() || ambiguity != null ? List.of() : conditions);
    if (rule != null
        && trigger == BlockCause.Trigger.VIOLATION
        && rule.graceDays() > 0
        && !graceIsOver) {
      open.add("the violation is older than the grace period of " + rule.graceDays() + " days");
    }
    open.addAll(lastingConditions);
    return open;
  }

  /** Nobody says whether the days count from the violation or the policy's last change. */
  private static boolean isGraceOver(Violation violation, BlockingRule rule, Instant now) {
    Instant begun = now.minus(Duration.ofDays(rule.graceDays()));
    return violation
            .created()
            .flatMap(Timestamp::toInstant)
            .filter(begun::isAfter)
            .isPresent()
        && rule.policy()
            .modified()
            .flatMap(Timestamp::toInstant)
            .map(begun::isAfter)
            .orElse(true);
  }
}
