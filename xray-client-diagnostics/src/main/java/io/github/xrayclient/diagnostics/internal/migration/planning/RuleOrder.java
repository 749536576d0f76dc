package io.github.xrayclient.diagnostics.internal.migration.planning;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The order of the rules of a policy, in which they block exactly what the policy blocks on the
 * target. Of the rules that match, only the first one counts. So the rules of the target down to
 * the last one that blocks keep their places, whether or not they block and whether or not the
 * snapshot has them. All other rules of the snapshot come behind them, in the order that they have
 * there.
 */
final class RuleOrder {
  private final ObjectNode policy;
  private final List<ObjectNode> wanted;
  private final List<ObjectNode> kept = new ArrayList<>();
  private final List<ObjectNode> ordered = new ArrayList<>();
  private final boolean isUnclear;

  /**
   * @param policy the policy of the snapshot, to which rules may be added
   */
  RuleOrder(ObjectNode policy, RuleCounterparts rules) {
    this.policy = policy;
    this.wanted = rules.wanted();
    List<ObjectNode> decisive = PolicyRules.decisive(rules.stored());
    this.isUnclear = !decisive.isEmpty()
        && PolicyRules.isStrict(rules.stored())
        && !PolicyRules.isStrict(wanted);
    for (ObjectNode stored : decisive) {
      Optional<ObjectNode> rule = rules.wantedFor(stored);
      rule.ifPresentOrElse(ordered::add, () -> {
        kept.add(stored);
        ordered.add(stored);
      });
    }
    wanted.stream().filter(rule -> !isAmong(ordered, rule)).forEach(ordered::add);
  }

  /** The rules of the target that the policy keeps although the snapshot does not have them. */
  List<ObjectNode> kept() {
    return kept;
  }

  /** Whether rules of the snapshot have another order than there. */
  boolean isOther() {
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
   * Adds the kept rules to the policy, and raises priorities so that the rules have this order.
   * Returns whether that was necessary.
   */
  boolean apply() {
    if (kept.isEmpty() && !isOther() && !isUnclear) {
      return false;
    }
    ArrayNode all = policy.withArrayProperty("rules");
    int last = 0;
    for (ObjectNode rule : ordered) {
      ObjectNode sent = rule;
      if (isAmong(kept, rule)) {
        sent = rule.deepCopy();
        all.add(sent);
      }
      last = Math.max(last + 1, rule.path("priority").asInt());
      sent.put("priority", last);
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
