package io.github.xrayclient.diagnostics.internal.migration.planning;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.diagnostics.internal.migration.content.StoredObject;
import io.github.xrayclient.diagnostics.migration.ObjectKey;
import io.github.xrayclient.diagnostics.migration.ObjectKind;
import io.github.xrayclient.diagnostics.migration.PlanNote;
import io.github.xrayclient.internal.json.NonBlank;
import io.github.xrayclient.value.FieldChange;
import io.github.xrayclient.value.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Makes sure that a plan turns no blocking on and none off: what would begin to block waits for a
 * promotion, and what blocks on the target goes on blocking.
 */
final class StagedRollout {
  static final String ACTION = "policy_action";
  private static final String DRY_RUN = "dry_run";
  private static final String END = "expires_at";

  /** The fields that matter for what is blocked, beside the action. Watches keep them all. */
  private static final Map<ObjectKind, Set<String>> DECISIVE = Map.of(
      ObjectKind.CONDITIONS, Set.of("condition_template_id", "param_values"),
      ObjectKind.CURATION_POLICIES,
          Set.of(
              "scope",
              "repo_exclude",
              "repo_include",
              "pkg_types_include",
              "group_include",
              "group_exclude",
              "condition",
              "block_from_cache",
              "waivers",
              "label_waivers"),
      ObjectKind.POLICIES, Set.of("rules"));

  private final TargetBlocking blocking;
  private final StagedRules rules;
  private final StagedWatches watches;
  private final PlanNotes notes;

  StagedRollout(TargetBlocking blocking, PlanNotes notes) {
    this.blocking = blocking;
    this.rules = new StagedRules(blocking, notes);
    this.watches = new StagedWatches(blocking, notes);
    this.notes = notes;
  }

  /** The object to send: like the one in the snapshot, but blocking what the target blocks now. */
  StoredObject staged(StoredObject object, Optional<StoredObject> stored) {
    switch (object.key().kind()) {
      case CURATION_POLICIES:
        return curationPolicy(object, stored);
      case POLICIES:
        return rules.staged(object, stored);
      case WATCHES:
        return watches.staged(object, stored);
      default:
        return object;
    }
  }

  /** Whether a new object leaves the blocking of others as it is. Adds a note if it does not. */
  boolean mayCreate(ObjectKey key) {
    Optional<ObjectKey> watch =
        key.kind() == ObjectKind.POLICIES ? blocking.blockingWithGlobal(key) : Optional.empty();
    watch.ifPresent(user -> notes.add(
        PlanNote.Kind.STILL_BLOCKS,
        key,
        user.name(),
        key + " is not created, because " + user + " blocks downloads on the target with the global"
            + " policy \"" + key.name() + "\" and would use the new one instead; to create it, plan"
            + " without staging it as a dry run"));
    return watch.isEmpty();
  }

  /** Whether an ignore rule may be replaced by this one. Adds a note if it may not. */
  boolean mayReplace(StoredObject stored, StoredObject rule) {
    if (!endsEarlier(rule, stored) || !blocking.decides(stored)) {
      return true;
    }
    notes.add(
        PlanNote.Kind.NOT_DELETED,
        rule.key(),
        rule.key() + " is not replaced by that of the snapshot, which ends earlier ("
            + rule.content().path(END).asText() + "), because what it ignores could be blocked"
            + " then; to replace it, plan without staging it as a dry run");
    return false;
  }

  /** Whether a rule may end before another one. A rule without an end never ends. */
  private static boolean endsEarlier(StoredObject rule, StoredObject other) {
    Optional<Timestamp> end = end(rule);
    return end.isPresent()
        && end(other).filter(last -> end.get().compareTo(last) >= 0).isEmpty();
  }

  private static Optional<Timestamp> end(StoredObject rule) {
    return NonBlank.text(rule.content().path(END)).map(Timestamp::of).filter(end -> !end.isNever());
  }

  private StoredObject curationPolicy(StoredObject object, Optional<StoredObject> stored) {
    ObjectKey key = object.key();
    String wanted = object.content().path(ACTION).asText();
    String current = stored
        .map(policy -> policy.content().path(ACTION).asText())
        .filter(action -> !action.isBlank())
        .orElse(DRY_RUN);
    boolean blocks = TargetBlocking.isBlock(current);
    if (TargetBlocking.isBlock(wanted) == blocks) {
      return object;
    }
    if (blocks) {
      notes.add(
          PlanNote.Kind.STILL_BLOCKS,
          key,
          key + " blocks on the target and goes on blocking, although its action in the snapshot"
              + " is " + (wanted.isEmpty() ? "not set" : wanted)
              + "; to change the action, plan without staging it as a dry run");
    } else {
      notes.add(
          PlanNote.Kind.POLICY_AWAITS_PROMOTION,
          key,
          key + " blocks in the snapshot, but has the action " + current
              + " on the target until it is promoted");
    }
    ObjectNode content = object.content().deepCopy();
    return object.withContent(content.put(ACTION, current));
  }

  /** Notes that an update changes what an object of the target blocks. */
  void noteChanges(StoredObject stored, StoredObject planned, List<FieldChange> changes) {
    ObjectKey key = planned.key();
    Set<String> fields = changes.stream()
        .map(change -> change.field().replaceFirst("[.\\[].*", ""))
        .collect(Collectors.toCollection(TreeSet::new));
    fields.retainAll(DECISIVE.getOrDefault(key.kind(), Set.of()));
    boolean isSame = key.kind() == ObjectKind.POLICIES
        && PolicyRules.blocking(stored).equals(PolicyRules.blocking(planned));
    if (!fields.isEmpty() && !isSame && blocking.blocks(stored)) {
      notes.add(
          PlanNote.Kind.BLOCKING_CHANGES,
          key,
          key
              + (key.kind() == ObjectKind.CONDITIONS
                  ? " is the condition of a curation policy that blocks on the target"
                  : " blocks on the target")
              + ", and its update changes at once what is blocked (" + String.join(", ", fields)
              + ")");
    }
  }
}
