package io.github.xrayclient.diagnostics.internal.evidence;

import io.github.xrayclient.diagnostics.explanation.BlockCause;
import io.github.xrayclient.diagnostics.explanation.Coverage;
import io.github.xrayclient.diagnostics.explanation.Trigger;
import io.github.xrayclient.diagnostics.explanation.Verdict;
import io.github.xrayclient.diagnostics.internal.coverage.BlockingRule;
import io.github.xrayclient.diagnostics.internal.coverage.ResourceMatch;
import io.github.xrayclient.diagnostics.internal.coverage.WatchedResource;
import io.github.xrayclient.policy.PolicyType;
import io.github.xrayclient.violation.Violation;
import io.github.xrayclient.watch.AssignedPolicy;
import io.github.xrayclient.watch.Watch;
import io.github.xrayclient.watch.WatchFilterType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One switch of one rule that may stand behind a block, or a policy that could not be read, while
 * evidence on it is gathered. Not thread-safe.
 */
final class CandidateCause {
  private final Watch watch;
  private final ResourceMatch match;
  private final AssignedPolicy policy;
  private final @Nullable BlockingRule rule;
  private final @Nullable Trigger trigger;
  private final String member;

  private final List<String> doubts = new ArrayList<>();
  private final List<String> reservations = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();
  private @Nullable String provenRule;
  private @Nullable String accusation;
  private boolean proven;

  /** A policy that is assigned, but could not be read. */
  CandidateCause(Watch watch, ResourceMatch match, AssignedPolicy unread, String member) {
    this(watch, match, unread, null, null, member);
  }

  /**
   * A switch of a rule.
   *
   * @param member which member of a virtual repository it is about, or an empty text
   */
  CandidateCause(
      Watch watch, ResourceMatch match, BlockingRule rule, Trigger trigger, String member) {
    this(
        watch,
        match,
        AssignedPolicy.builder()
            .name(rule.policy().name())
            .type(rule.policy().type())
            .build(),
        rule,
        trigger,
        member);
    if (trigger == Trigger.VIOLATION && rule.graceDays() > 0) {
      reservations.add(
          "the violation is older than the grace period of " + rule.graceDays() + " days");
    }
  }

  private CandidateCause(
      Watch watch,
      ResourceMatch match,
      AssignedPolicy policy,
      @Nullable BlockingRule rule,
      @Nullable Trigger trigger,
      String member) {
    this.watch = watch;
    this.match = match;
    this.policy = policy;
    this.rule = rule;
    this.trigger = trigger;
    this.member = member;
    if (match.coverage() == Coverage.COVERS_IF) {
      doubts.add(match.reason());
    }
    if (watch.generalData().active().isEmpty()) {
      doubts.add("the watch is active, which the server did not say");
    }
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
        watch.name(),
        watch.generalData().projectKey(),
        policy,
        rule().map(BlockingRule::name),
        trigger());
  }

  /** Empty if the policy could not be read. */
  Optional<BlockingRule> rule() {
    return Optional.ofNullable(rule);
  }

  boolean is(Trigger other) {
    return trigger == other;
  }

  /** Empty if the policy could not be read. */
  Optional<Trigger> trigger() {
    return Optional.ofNullable(trigger);
  }

  boolean isProven() {
    return proven;
  }

  /** Whether it is open because of a filter of this type, perhaps. */
  boolean dependsOn(WatchFilterType type) {
    return match.coverage() == Coverage.COVERS_IF
        && new WatchedResource(watch, match.resource())
            .filters().stream().anyMatch(filter -> filter.type().equals(type));
  }

  /** The rule's name for a list. */
  String ruleName() {
    return rule().map(BlockingRule::name).orElse("one that could not be read");
  }

  /** Whether it is about the same watch, policy and member, so that one rule ends the evaluation. */
  boolean isBeside(CandidateCause other) {
    return watch == other.watch && policy.equals(other.policy) && member.equals(other.member);
  }

  /** Whether a violation of this watch, policy and rule would be one of it. */
  boolean isMeantBy(String watchName, String policyName, Optional<String> ruleName) {
    return trigger != Trigger.UNSCANNED
        && watch.name().equals(watchName)
        && policy.name().equals(policyName)
        && (rule == null || ruleName.isEmpty() || ruleName.get().equals(rule.name()));
  }

  /** A violation that blocks: it settles what was open, but for a grace period that may still run. */
  void prove(Violation violation, Optional<String> ruleName, Instant now) {
    if (!proven) {
      remarks.add(CauseWording.proof(violation));
    }
    proven = true;
    provenRule = ruleName.orElse(null);
    if (rule != null && rule.graceDays() > 0 && isOver(violation, rule, now)) {
      reservations.clear();
    }
  }

  /** A violation that blocks by one of these rules: that of the policy is settled, not which. */
  void accuse(Violation violation, List<String> rules) {
    if (accusation == null) {
      accusation = CauseWording.accusation(violation, rules);
    }
  }

  /** A condition, on which it depends unless a violation is proof. */
  void doubt(String condition) {
    doubts.add(condition);
  }

  /** A condition, on which it depends whatever the violations say. */
  void reserve(String condition) {
    reservations.add(condition);
  }

  /** A sentence to add. */
  void remark(String sentence) {
    remarks.add(sentence);
  }

  /** How sure it is by now. */
  Verdict verdict() {
    if (!open().isEmpty() || (rule == null && !proven)) {
      return Verdict.POSSIBLE;
    }
    return proven ? Verdict.CONFIRMED : Verdict.LIKELY;
  }

  BlockCause toCause() {
    StringBuilder reason = new StringBuilder(CauseWording.reason(this, open()));
    if (accusation != null && !proven) {
      reason.append(' ').append(accusation);
    }
    remarks.forEach(remark -> reason.append(' ').append(remark));
    return BlockCause.builder()
        .verdict(verdict())
        .watch(watch.name())
        .policy(policy.name())
        .policyType(policy.type())
        .rule(rule().map(BlockingRule::name).or(() -> Optional.ofNullable(provenRule)))
        .trigger(Optional.ofNullable(proven ? Trigger.VIOLATION : trigger))
        .resource(match.resource())
        .reason(reason.toString())
        .build();
  }

  /** The conditions that are left. */
  private List<String> open() {
    List<String> open = new ArrayList<>(proven || accusation != null ? List.of() : doubts);
    open.addAll(reservations);
    return open;
  }

  /** Nobody says whether the days count from the violation or the policy's last change. */
  private static boolean isOver(Violation violation, BlockingRule rule, Instant now) {
    Instant begun = now.minus(Duration.ofDays(rule.graceDays()));
    return CauseWording.instant(violation.created()).filter(begun::isAfter).isPresent()
        && CauseWording.instant(rule.policy().modified()).map(begun::isAfter).orElse(true);
  }
}
