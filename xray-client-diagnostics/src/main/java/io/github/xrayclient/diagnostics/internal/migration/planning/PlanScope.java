package io.github.xrayclient.diagnostics.internal.migration.planning;

import io.github.xrayclient.diagnostics.internal.migration.content.StoredObject;
import io.github.xrayclient.diagnostics.internal.migration.server.ServerState;
import io.github.xrayclient.diagnostics.migration.ObjectKey;
import io.github.xrayclient.diagnostics.migration.ObjectKind;
import io.github.xrayclient.diagnostics.migration.Selection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The objects that a plan may touch: the selected ones, and those that they need and that the
 * target lacks.
 */
final class PlanScope {
  private final SortedMap<ObjectKey, StoredObject> all;
  private final SortedMap<ObjectKey, StoredObject> desired;
  private final SortedMap<ObjectKey, ObjectKey> needed;
  private final SortedMap<ObjectKey, StoredObject> surplus =
      new TreeMap<>(Comparator.reverseOrder());
  private final ServerState target;

  /**
   * @param selection selects objects by the names that they have on the target
   * @param kinds the selected kinds that the snapshot contains
   */
  PlanScope(DesiredState snapshot, ServerState target, Selection selection, Set<ObjectKind> kinds) {
    this.all = snapshot.all();
    this.target = target;
    this.desired = new TreeMap<>(snapshot.selected());
    this.needed = snapshot.needed();
    needed.keySet().stream().filter(this::isMissing).forEach(key -> desired.put(key, all.get(key)));
    target.objects().forEach((key, object) -> {
      if (kinds.contains(key.kind()) && !all.containsKey(key) && selection.includes(key)) {
        surplus.put(key, object);
      }
    });
  }

  private boolean isMissing(ObjectKey key) {
    return key.kind() == ObjectKind.CONDITIONS
        ? target.conditionId(key.name()).isEmpty()
        : target.findWithGlobalPolicies(key).isEmpty();
  }

  /** The objects that the target should have, each with its content. */
  SortedMap<ObjectKey, StoredObject> desired() {
    return Collections.unmodifiableSortedMap(desired);
  }

  /** Whether the target lacks this object. */
  boolean isNew(ObjectKey key) {
    return target.find(key).isEmpty() && (key.kind() != ObjectKind.CONDITIONS || isMissing(key));
  }

  /** All objects of the snapshot, also those that the plan must not touch. */
  SortedMap<ObjectKey, StoredObject> all() {
    return all;
  }

  /** The object that needs this one, if that is the only reason why the plan creates it. */
  Optional<ObjectKey> neededBy(ObjectKey key) {
    return Optional.ofNullable(needed.get(key));
  }

  /** The objects that are only needed and that the target has, each with one that needs it. */
  SortedMap<ObjectKey, ObjectKey> neededAndThere() {
    SortedMap<ObjectKey, ObjectKey> there = new TreeMap<>(needed);
    there.keySet().removeAll(desired.keySet());
    return there;
  }

  /** The selected objects that only the target has. Objects that need others come first. */
  SortedMap<ObjectKey, StoredObject> surplus() {
    return Collections.unmodifiableSortedMap(surplus);
  }

  /**
   * What the target has after the plan, if it deletes all that only the target has.
   *
   * @param planned the desired objects, with the content that they get
   */
  Map<ObjectKey, StoredObject> remaining(Map<ObjectKey, StoredObject> planned) {
    Map<ObjectKey, StoredObject> remaining = new TreeMap<>(target.objects());
    remaining.keySet().removeAll(surplus.keySet());
    remaining.putAll(planned);
    return remaining;
  }
}
