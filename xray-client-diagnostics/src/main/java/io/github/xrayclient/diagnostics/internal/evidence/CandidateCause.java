package io.github.xrayclient.diagnostics.internal.evidence;

import io.github.xrayclient.diagnostics.explanation.BlockCause;
import io.github.xrayclient.diagnostics.explanation.BlockCause.Verdict;
import io.github.xrayclient.diagnostics.internal.coverage.BlockingRule;
import io.github.xrayclient.diagnostics.internal.coverage.Coverage;
import io.github.xrayclient.diagnostics.internal.coverage.QuotedNames;
import io.github.xrayclient.diagnostics.internal.coverage.ResourceMatch;
import io.github.xrayclient.diagnostics.internal.coverage.WatchMatch;
import io.github.xrayclient.internal.json.NonBlank;
import io.github.xrayclient.policy.PolicyType;
import io.github.xrayclient.watch.AssignedPolicy;
import io.github.xrayclient.watch.Watch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A rule with one of its triggers that may block the download, or a policy that could not be read,
 * together with the evidence that was found so far. Evidence may be added in any order. Not
 * thread-safe.
 */
final class CandidateCause {
  private final WatchMatch watchMatch;
  private final String repository;
  private final Watch watch;
  private final ResourceMatch match;
  private final AssignedPolicy policy;
  private final @Nullable BlockingRule rule;
  private final BlockCause.@Nullable Trigger trigger;
  private final String member;
  private final boolean partlyRead;

  private final List<String> conditions = new ArrayList<>();
  private final List<String> lastingConditions = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final CandidateViolations violations = new CandidateViolations();

  /**
   * A policy that is assigned, but could not be read.
   *
   * @param member the key of the member of a virtual repository, or an empty text
   */
  CandidateCause(WatchMatch match, AssignedPolicy unread, String member) {
    this(match, unread, null, null, member);
  }

  /**
   * A rule with one of its triggers.
   *
   * @param member the key of the member of a virtual repository, or an empty text
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

  /** A candidate for another rule of the same policy, which could not be read. */
  CandidateCause another() {
    return new CandidateCause(watchMatch, policy, rule, trigger, member);
  }

  private CandidateCause(
      WatchMatch watchMatch,
      AssignedPolicy policy,
      @Nullable BlockingRule rule,
      BlockCause.@Nullable Trigger trigger,
      String member) {
    this.watchMatch = watchMatch;
    this.repository = watchMatch.repository();
    this.watch = watchMatch.watch().watch();
    this.match = watchMatch.match();
    this.policy = policy;
    this.rule = rule;
    this.trigger = trigger;
    this.member = member;
    this.partlyRead = watchMatch.watch().policies().stream().anyMatch(policy::matches);
    if (match.coverage() == Coverage.COVERS_IF) {
      conditions.add(match.reason());
    }
    if (watch.active().isEmpty()) {
      conditions.add("the watch is active, which the server did not state");
    }
  }

  /** The key of the artifact's repository; for a virtual repository, that of the member. */
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
    return NonBlank.word(policy.type());
  }

  /** The key of the member of a virtual repository; empty if the repository is not virtual. */
  String member() {
    return member;
  }

  /** Candidates of several members that are equal in these values count as one cause. */
  List<Object> identity() {
    Optional<String> ruleName = rule().map(BlockingRule::name).or(violations::confirmedRule);
    return List.of(watch.name(), watch.projectKey(), policy, ruleName, trigger());
  }

  /** The rule; empty if the policy could not be read. */
  Optional<BlockingRule> rule() {
    return Optional.ofNullable(rule);
  }

  boolean is(BlockCause.Trigger other) {
    return trigger == other;
  }

  /** The trigger; empty if the policy could not be read. */
  Optional<BlockCause.Trigger> trigger() {
    return Optional.ofNullable(trigger);
  }

  /** Whether the policy was read, but not all of its rules. */
  boolean isPartlyRead() {
    return partlyRead;
  }

  boolean isConfirmed() {
    return violations.confirmation().isPresent();
  }

  /** The rule's name in quotation marks, or words for a rule that could not be read. */
  String quotedRule() {
    return rule()
        .map(BlockingRule::name)
        .map(QuotedNames::of)
        .orElse("a rule that could not be read");
  }

  /**
   * Whether both candidates have the same watch, policy and member, so that only one rule applies.
   */
  boolean isBeside(CandidateCause other) {
    return watch.equals(other.watch) && policy.equals(other.policy) && member.equals(other.member);
  }

  /** Whether a violation that names this watch, policy and rule is evidence on this candidate. */
  boolean isNamedBy(ViolatedNames names) {
    return trigger != BlockCause.Trigger.UNSCANNED
        && watch.name().equals(names.watch())
        && policy.name().equals(names.policy())
        && names.rule().map(this::isRule).orElse(true);
  }

  /** A policy that could not be read may have any rule, until a violation names one. */
  private boolean isRule(String name) {
    return rule == null
        ? violations.confirmedRule().map(name::equals).orElse(true)
        : rule.name().equals(name);
  }

  /** Whether the watch applies a policy of this name and type. */
  boolean isOfWatchWith(String policyName, PolicyType type) {
    return watch.assignedPolicies().stream()
            .anyMatch(assigned -> assigned.name().equals(policyName)
                && NonBlank.word(assigned.type()).filter(type::equals).isPresent())
        || watchMatch.watch().policies().stream()
            .anyMatch(read -> read.name().equals(policyName)
                && NonBlank.word(read.type()).filter(type::equals).isPresent());
  }

  /** What the violations of the artifact say about this candidate. */
  CandidateViolations violations() {
    return violations;
  }

  /** Adds a condition for blocking, which no longer matters once a violation was found. */
  void addCondition(String condition) {
    conditions.add(condition);
  }

  /** Adds a condition for blocking, which matters even if a violation was found. */
  void addLastingCondition(String condition) {
    lastingConditions.add(condition);
  }

  /** Adds a sentence to the reason. */
  void addNote(String sentence) {
    notes.add(sentence);
  }

  /** How certain it is, by the evidence so far, that this candidate blocks the download. */
  Verdict verdict() {
    if (!openConditions().isEmpty() || (rule == null && !isConfirmed())) {
      return Verdict.POSSIBLE;
    }
    return isConfirmed() ? Verdict.CONFIRMED : Verdict.LIKELY;
  }

  /** More sentences for the reason. */
  List<String> notes() {
    List<String> all = new ArrayList<>(notes);
    rule()
        .flatMap(
            known -> violations.confirmation().flatMap(proof -> GracePeriod.note(known, proof)))
        .ifPresent(all::add);
    return all;
  }

  BlockCause toCause(String reason, boolean violationsSearched) {
    boolean byViolation = trigger != BlockCause.Trigger.UNSCANNED;
    return BlockCause.builder()
        .verdict(verdict())
        .watch(watch.name())
        .watchProject(NonBlank.text(watch.projectKey()))
        .policy(policy.name())
        .policyType(policyType())
        .criteria(byViolation ? rule().flatMap(BlockingRule::criteria) : Optional.empty())
        .violationCount(
            byViolation && violationsSearched
                ? Optional.of(violations.blocking().size())
                : Optional.empty())
        .violations(violations.blocking())
        .rule(rule().map(BlockingRule::name).or(violations::confirmedRule))
        .trigger(Optional.ofNullable(isConfirmed() ? BlockCause.Trigger.VIOLATION : trigger))
        .resource(match.resource())
        .reason(reason)
        .build();
  }

  /** The conditions for blocking the download that the evidence has not shown to be met. */
  List<String> openConditions() {
    boolean isViolated = isConfirmed() || violations.ambiguity().isPresent();
    List<String> open = new ArrayList<>(isViolated ? List.of() : conditions);
    if (!isViolated) {
      violations.doubt().ifPresent(open::add);
    }
    if (rule != null && trigger == BlockCause.Trigger.VIOLATION && !isConfirmed()) {
      if (rule.graceDays() > 0) {
        open.add("the violation is older than the grace period of " + rule.graceDays() + " days"
            + GracePeriod.condition(rule, violations.notBlocking()));
      }
      if (rule.isGraceUnread()) {
        open.add("the grace period of the rule, which could not be read, is over");
      }
    }
    open.addAll(lastingConditions);
    return open;
  }
}
