package io.github.xrayclient.diagnostics.internal.migration.planning;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The order of the rules of a policy, in which they block exactly what the policy blocks on the
 * target. Of the rules that match, only the first one counts. So the rules that decide what is
 * blocked on the target keep their places and priorities, whether or not they block and whether or
 * not the snapshot has them. All other rules of the snapshot come behind them, in the order that
 * they have there.
 */
final class RuleOrder {
  private static final String PRIORITY = "priority";

  private final ObjectNode policy;
  private final List<ObjectNode> wanted;
  private final List<ObjectNode> decisive;
  private final List<ObjectNode> kept = new ArrayList<>();
  private final List<ObjectNode> ordered = new ArrayList<>();
  private final List<JsonNode> priorities = new ArrayList<>();

  /**
   * @param policy the policy of the snapshot, to which rules may be added
   */
  RuleOrder(ObjectNode policy, RuleCounterparts rules) {
    this.policy = policy;
    this.wanted = rules.wanted();
    this.decisive = PolicyRules.decisive(rules.stored());
    for (ObjectNode stored : decisive) {
      Optional<ObjectNode> rule = rules.wantedFor(stored);
      rule.ifPresentOrElse(ordered::add, () -> {
        ObjectNode copy = stored.deepCopy();
        kept.add(copy);
        ordered.add(copy);
      });
    }
    wanted.stream().filter(rule -> !isAmong(ordered, rule)).forEach(ordered::add);
    number();
  }

  /**
   * Gives the rules priorities. The decisive ones keep theirs. A rule without a priority is the
   * last one, so it gets one if others come behind it.
   */
  private void number() {
    boolean isEnd = ordered.size() == decisive.size();
    int last = 0;
    for (int i = 0; i < ordered.size(); i++) {
      int next = last == Integer.MAX_VALUE ? last : last + 1;
      JsonNode priority = i < decisive.size()
          ? decisive.get(i).path(PRIORITY)
          : IntNode.valueOf(Math.max(next, ordered.get(i).path(PRIORITY).asInt()));
      if (priority.isMissingNode() && !isEnd) {
        priority = IntNode.valueOf(next);
      }
      last = Math.max(last, priority.asInt());
      priorities.add(priority);
    }
  }

  /** The rules of the target that the policy keeps although the snapshot does not have them. */
  List<ObjectNode> kept() {
    return kept;
  }

  /** Whether rules of the snapshot have, or may have, another order than there. */
  boolean isOther() {
    return isReordered() || (isUnclear() && hasOtherPriorities());
  }

  private boolean isReordered() {
    List<ObjectNode> order = new ArrayList<>(ordered);
    order.removeIf(rule -> !isAmong(wanted, rule));
    for (int i = 0; i < order.size(); i++) {
      if (!isSame(order.get(i), wanted.get(i))) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether rules with the same priority, of which it is not known which one counts first, are
   * among those that decide what is blocked, or directly behind them. Rules that only the target
   * has are no part of the order in the snapshot.
   */
  private boolean isUnclear() {
    List<ObjectNode> onTarget = new ArrayList<>();
    List<ObjectNode> inSnapshot = new ArrayList<>();
    for (int i = 0; i < Math.min(decisive.size() + 1, ordered.size()); i++) {
      if (!isAmong(kept, ordered.get(i))) {
        inSnapshot.add(ordered.get(i));
        decisive.stream().skip(i).findFirst().ifPresent(onTarget::add);
      }
    }
    return !decisive.isEmpty()
        && !(PolicyRules.isStrict(onTarget) && PolicyRules.isStrict(inSnapshot));
  }

  private boolean hasOtherPriorities() {
    for (int i = 0; i < ordered.size(); i++) {
      if (ordered.get(i).path(PRIORITY).asInt() != priorities.get(i).asInt()) {
        return true;
      }
    }
    return false;
  }

  /**
   * Adds the kept rules to the policy, and changes priorities so that the rules have this order.
   * Returns whether that was necessary.
   */
  boolean apply() {
    if (kept.isEmpty() && !isReordered() && !isUnclear()) {
      return false;
    }
    ArrayNode all = policy.withArrayProperty("rules");
    kept.forEach(all::add);
    for (int i = 0; i < ordered.size(); i++) {
      if (priorities.get(i).isMissingNode()) {
        ordered.get(i).remove(PRIORITY);
      } else {
        ordered.get(i).set(PRIORITY, priorities.get(i));
      }
    }
    return true;
  }

  private static boolean isAmong(List<ObjectNode> rules, ObjectNode rule) {
    return rules.stream().anyMatch(other -> isSame(rule, other));
  }

  @SuppressWarnings("ReferenceEquality") // two rules of a policy may be equal
  private static boolean isSame(ObjectNode rule, ObjectNode other) {
    return rule == other;
  }
}
