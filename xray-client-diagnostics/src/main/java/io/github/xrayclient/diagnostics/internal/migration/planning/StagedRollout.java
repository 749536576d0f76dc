package io.github.xrayclient.diagnostics.internal.migration.planning;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.diagnostics.internal.migration.content.StoredObject;
import io.github.xrayclient.diagnostics.migration.ObjectKey;
import io.github.xrayclient.diagnostics.migration.ObjectKind;
import io.github.xrayclient.diagnostics.migration.PlanNote;
import io.github.xrayclient.value.FieldChange;
import java.util.List;
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

  /** Fields of a curation policy that do not matter for what it blocks. */
  private static final Set<String> ABOUT_PEOPLE =
      Set.of("name", "notify_emails", "waiver_request_config", "decision_owners");

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

  /** The object with what it blocks for now. */
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
    return StoredObject.of(key, content.put(ACTION, current));
  }

  /** Notes that an update changes what an object of the target blocks. */
  void noteChanges(StoredObject stored, List<FieldChange> changes) {
    ObjectKey key = stored.key();
    Set<String> fields = changes.stream()
        .map(FieldChange::field)
        .filter(StagedRollout::isAboutBlocking)
        .map(field -> field.replaceFirst("[.\\[].*", ""))
        .collect(Collectors.toCollection(TreeSet::new));
    if (!fields.isEmpty() && blocking.blocks(stored)) {
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

  private static boolean isAboutBlocking(String field) {
    return field.startsWith("rules")
        ? !field.contains("].actions.") || field.contains("].actions.block_download")
        : !ABOUT_PEOPLE.contains(field.replaceFirst("[.\\[].*", ""));
  }
}
