package io.github.xrayclient.diagnostics.internal.coverage;

import io.github.xrayclient.diagnostics.explanation.BlockCause.Trigger;
import io.github.xrayclient.policy.Actions;
import io.github.xrayclient.policy.BlockDownload;
import io.github.xrayclient.policy.Criteria;
import io.github.xrayclient.policy.Policy;
import io.github.xrayclient.policy.Rule;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A rule that blocks downloads, with the triggers that make it block. */
public final class BlockingRule {
  private final Policy policy;
  private final Rule rule;
  private final Set<Trigger> triggers;
  private final int graceDays;
  private final boolean graceUnread;
  private final boolean followsNonBlockingRule;

  private BlockingRule(
      Policy policy, Rule rule, BlockDownload block, boolean followsNonBlockingRule) {
    this.policy = policy;
    this.rule = rule;
    this.triggers = triggers(block);
    this.graceDays = block.gracePeriodDays().orElse(0);
    this.graceUnread = block.extras().containsKey("grace_period_days");
    this.followsNonBlockingRule = followsNonBlockingRule;
  }

  /** The blocking rules of a policy, in the order in which they are evaluated. */
  public static List<BlockingRule> of(Policy policy) {
    List<BlockingRule> blocking = new ArrayList<>();
    boolean followsNonBlockingRule = policy.rules().size() > 1
        && UnreadSettings.of(policy).contains("priority"); // the order is not known
    for (Rule rule : policy.rulesByPriority()) {
      BlockDownload block = block(rule);
      if (triggers(block).isEmpty()) {
        followsNonBlockingRule = true;
      } else {
        blocking.add(new BlockingRule(policy, rule, block, followsNonBlockingRule));
      }
    }
    return blocking;
  }

  public Policy policy() {
    return policy;
  }

  public String name() {
    return rule.name();
  }

  public Set<Trigger> triggers() {
    return triggers;
  }

  /** The number of days for which a violation does not block yet; 0 if it blocks at once. */
  public int graceDays() {
    return graceDays;
  }

  /** Whether the grace period could not be read. */
  public boolean isGraceUnread() {
    return graceUnread;
  }

  /** Whether a rule that does not block is evaluated earlier, and may end the evaluation. */
  public boolean followsNonBlockingRule() {
    return followsNonBlockingRule;
  }

  /** Whether the policy has a rule of this name that is evaluated before this one, as far as is known. */
  public boolean mayFollow(String name) {
    return policy.rules().stream()
        .filter(other -> other.name().equals(name))
        .anyMatch(other -> other.priority().isEmpty()
            || rule.priority().isEmpty()
            || other.priority().get() <= rule.priority().get());
  }

  /** Whether the policy has a rule of this name that blocks downloads. */
  public boolean isBesideBlocking(String name) {
    return policy.rules().stream()
        .anyMatch(other -> other.name().equals(name) && !triggers(block(other)).isEmpty());
  }

  public Optional<Criteria> criteria() {
    return rule.criteria();
  }

  /** Whether the criteria match findings that only Advanced Security makes. */
  public boolean needsAdvancedSecurity() {
    return rule.criteria()
        .filter(criteria -> criteria.applicableCvesOnly().orElse(false)
            || criteria.exposures().isPresent()
            || criteria.sast().isPresent())
        .isPresent();
  }

  private static BlockDownload block(Rule rule) {
    return rule.actions()
        .flatMap(Actions::blockDownload)
        .orElseGet(() -> BlockDownload.builder().build());
  }

  private static Set<Trigger> triggers(BlockDownload block) {
    Set<Trigger> triggers = EnumSet.noneOf(Trigger.class);
    if (block.active().orElse(false)) {
      triggers.add(Trigger.VIOLATION);
    }
    if (block.unscanned().orElse(false)) {
      triggers.add(Trigger.UNSCANNED);
    }
    return triggers;
  }
}
