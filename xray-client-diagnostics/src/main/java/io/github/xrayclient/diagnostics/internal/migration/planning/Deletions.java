package io.github.xrayclient.diagnostics.internal.migration.planning;

import io.github.xrayclient.diagnostics.internal.migration.content.MigrationFailure;
import io.github.xrayclient.diagnostics.internal.migration.content.StoredObject;
import io.github.xrayclient.diagnostics.internal.migration.selection.NeededObjects;
import io.github.xrayclient.diagnostics.internal.migration.server.ServerState;
import io.github.xrayclient.diagnostics.migration.MigrationException;
import io.github.xrayclient.diagnostics.migration.ObjectKey;
import io.github.xrayclient.diagnostics.migration.ObjectKind;
import io.github.xrayclient.diagnostics.migration.PlanNote;
import io.github.xrayclient.remedy.Remedy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Decides which of the objects that only the target has are deleted. */
final class Deletions {
  private static final int NAMES_SHOWN = 5;

  private final PlanScope scope;
  private final ServerState target;
  private final PlanOptions options;
  private final Predicate<StoredObject> stays;
  private final PlanNotes notes;

  /**
   * @param stays whether an object must not be deleted, because that would change what is blocked
   */
  Deletions(
      PlanScope scope,
      ServerState target,
      PlanOptions options,
      Predicate<StoredObject> stays,
      PlanNotes notes) {
    this.scope = scope;
    this.target = target;
    this.options = options;
    this.stays = stays;
    this.notes = notes;
  }

  /**
   * The objects to delete, in the order in which that is possible. Adds a note on each object that
   * is kept.
   *
   * @param planned the objects that the target should have, with the content that they get
   * @param renamed objects that get another name instead
   * @throws MigrationFailure if there are more objects than the caller allows
   */
  List<StoredObject> of(Map<ObjectKey, StoredObject> planned, Set<ObjectKey> renamed) {
    if (!options.prune) {
      scope.surplus().keySet().forEach(this::noteOnlyOnTarget);
      return List.of();
    }
    Set<ObjectKey> known = target.keysWithGlobalPolicies();
    known.addAll(scope.desired().keySet());
    NeededObjects needed = NeededObjects.of(scope.remaining(planned).values(), known);
    List<StoredObject> deleted = new ArrayList<>();
    SortedMap<ObjectKey, StoredObject> surplus = new TreeMap<>(scope.surplus());
    surplus.keySet().removeAll(renamed);
    surplus.forEach((key, stored) -> {
      Optional<ObjectKey> user = needed.userOf(key);
      if (user.isEmpty() && !stays.test(stored)) {
        deleted.add(stored);
        return;
      }
      needed.addNeedsOf(stored);
      noteOnlyOnTarget(key);
      if (user.isEmpty()) {
        noteStays(key);
      } else {
        notes.add(
            PlanNote.Kind.STILL_NEEDED,
            key,
            user.get().name(),
            key + " is kept although the snapshot does not contain it, because " + user.get()
                + " needs it");
      }
    });
    refuseTooMany(deleted);
    return deleted;
  }

  private void noteStays(ObjectKey key) {
    notes.add(
        PlanNote.Kind.NOT_DELETED,
        key,
        key + " is kept although the snapshot does not contain it, because "
            + (key.kind() == ObjectKind.IGNORE_RULES
                ? "what it ignores could be blocked without it"
                : "it blocks on the target")
            + "; to delete it, plan without staging it as a dry run");
  }

  private void refuseTooMany(List<StoredObject> deleted) {
    int count = deleted.size();
    if (count > options.maxDeletes) {
      String names = deleted.stream()
          .limit(NAMES_SHOWN)
          .map(object -> object.key().toString())
          .collect(Collectors.joining(", "));
      throw new MigrationFailure(
          MigrationException.Kind.TOO_MANY_DELETES,
          "the plan would delete " + count + (count == 1 ? " object" : " objects")
              + ", but at most " + options.maxDeletes + " may be deleted: " + names
              + (count > NAMES_SHOWN ? " and " + (count - NAMES_SHOWN) + " more" : ""),
          Remedy.of(
              Remedy.Kind.RAISE_DELETION_LIMIT,
              "check that the snapshot is complete and that the right objects are selected, or"
                  + " allow this by prune(" + count + ")",
              List.of(String.valueOf(count))));
    }
  }

  private void noteOnlyOnTarget(ObjectKey key) {
    notes.add(
        PlanNote.Kind.OBJECT_ONLY_ON_TARGET, key, key + " is not in the snapshot and is kept");
  }
}
