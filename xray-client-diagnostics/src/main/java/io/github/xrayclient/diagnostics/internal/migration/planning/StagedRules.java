package io.github.xrayclient.diagnostics.internal.migration.planning;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.diagnostics.internal.migration.content.DownloadSwitches;
import io.github.xrayclient.diagnostics.internal.migration.content.StoredObject;
import io.github.xrayclient.diagnostics.migration.ObjectKey;
import io.github.xrayclient.diagnostics.migration.PlanNote;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Gives the rules of policies the download switches that they have on the target, and keeps the
 * rules that decide what is blocked there, in their order.
 */
final class StagedRules {
  private final TargetBlocking blocking;
  private final PlanNotes notes;

  StagedRules(TargetBlocking blocking, PlanNotes notes) {
    this.blocking = blocking;
    this.notes = notes;
  }

  /** The policy to send: like the one in the snapshot, but blocking what the target blocks now. */
  StoredObject staged(StoredObject policy, Optional<StoredObject> stored) {
    ObjectKey key = policy.key();
    if (stored
        .filter(object -> isOfOtherType(object, policy) && blocking.blocks(object))
        .isPresent()) {
      notes.add(
          PlanNote.Kind.STILL_BLOCKS,
          key,
          key + " blocks downloads on the target and is not changed, because it has another type in"
              + " the snapshot; to change it, plan without staging it as a dry run");
      return stored.get();
    }
    ObjectNode content = policy.content().deepCopy();
    RuleCounterparts rules = new RuleCounterparts(content, stored);
    boolean isChanged = false;
    for (ObjectNode rule : rules.wanted()) {
      isChanged |= stage(key, rule, rules.of(rule).orElseGet(content::objectNode));
    }
    RuleOrder order = new RuleOrder(content, rules);
    order.kept().forEach(rule -> noteKept(key, rule));
    if (order.isOther()) {
      noteOrder(key);
    }
    return order.apply() || isChanged ? policy.withContent(content) : policy;
  }

  private static boolean isOfOtherType(StoredObject stored, StoredObject policy) {
    String type = policy.content().path("type").asText();
    return !stored.content().path("type").asText().equalsIgnoreCase(type);
  }

  private void noteKept(ObjectKey key, ObjectNode rule) {
    String name = rule.path("name").asText();
    String words = "the rule \"" + name + "\" of " + key;
    notes.add(
        PlanNote.Kind.STILL_BLOCKS,
        key,
        name,
        (DownloadSwitches.isAnyOn(rule)
                ? words + " blocks downloads on the target and is kept, although the snapshot does"
                    + " not have it"
                : words + " is kept, although the snapshot does not have it, because a rule behind"
                    + " it blocks downloads on the target and could block more without it")
            + "; to delete it, plan without staging it as a dry run");
  }

  private void noteOrder(ObjectKey key) {
    notes.add(
        PlanNote.Kind.RULE_ORDER_KEPT,
        key,
        "the rules of " + key + " have another order than in the snapshot, because those that"
            + " decide what it blocks on the target keep their places there; to change the order,"
            + " plan without staging it as a dry run");
  }

  /** Gives a rule the switches that it has on the target. Returns whether it had others. */
  private boolean stage(ObjectKey key, ObjectNode rule, ObjectNode current) {
    List<String> waiting = new ArrayList<>();
    List<String> kept = new ArrayList<>();
    for (String name : DownloadSwitches.NAMES) {
      boolean isOn = DownloadSwitches.isOn(current, name);
      if (DownloadSwitches.isOn(rule, name) != isOn) {
        (isOn ? kept : waiting).add(name);
        DownloadSwitches.set(rule, name, isOn);
      }
    }
    String name = rule.path("name").asText();
    String words = "the rule \"" + name + "\" of " + key;
    if (!waiting.isEmpty()) {
      notes.add(
          PlanNote.Kind.RULE_AWAITS_PROMOTION,
          key,
          name,
          words + " blocks downloads in the snapshot, but has block_download."
              + String.join(" and block_download.", waiting)
              + " off on the target until the policy is promoted");
    }
    if (!kept.isEmpty()) {
      notes.add(
          PlanNote.Kind.STILL_BLOCKS,
          key,
          name,
          words + " blocks downloads on the target and goes on blocking, although the snapshot has"
              + " block_download." + String.join(" and block_download.", kept)
              + " off; to turn it off, plan without staging it as a dry run");
    }
    return !waiting.isEmpty() || !kept.isEmpty();
  }
}
