package io.github.xrayclient.diagnostics.internal.migration.selection;

import io.github.xrayclient.diagnostics.internal.migration.content.StoredObject;
import io.github.xrayclient.diagnostics.migration.ObjectKey;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The objects that other objects need, each with one object that needs it. */
public final class NeededObjects {
  private final Set<ObjectKey> known;
  private final Map<ObjectKey, ObjectKey> users = new HashMap<>();

  private NeededObjects(Set<ObjectKey> known) {
    this.known = known;
  }

  /**
   * What these objects need.
   *
   * @param known the objects to which names may refer
   */
  public static NeededObjects of(Collection<StoredObject> objects, Set<ObjectKey> known) {
    NeededObjects needed = new NeededObjects(known);
    objects.forEach(needed::addNeedsOf);
    return needed;
  }

  /**
   * The objects that are not selected but needed, directly or by one another, each with one object
   * that needs it.
   *
   * @param all the selected objects and others
   */
  public static SortedMap<ObjectKey, ObjectKey> beside(
      Collection<ObjectKey> selected, Map<ObjectKey, StoredObject> all) {
    if (selected.size() >= all.size()) {
      return Collections.emptySortedMap();
    }
    SortedMap<ObjectKey, ObjectKey> needed = new TreeMap<>();
    Deque<ObjectKey> left = new ArrayDeque<>(selected);
    while (!left.isEmpty()) {
      ObjectKey user = left.remove();
      StoredObject object = all.get(user);
      Set<ObjectKey> references =
          object == null ? Set.of() : ObjectReferences.of(object).among(all.keySet());
      for (ObjectKey key : references) {
        if (!selected.contains(key) && needed.putIfAbsent(key, user) == null) {
          left.add(key);
        }
      }
    }
    return Collections.unmodifiableSortedMap(needed);
  }

  /** Adds what one more object needs. */
  public void addNeedsOf(StoredObject object) {
    ObjectReferences.of(object).among(known).forEach(key -> users.putIfAbsent(key, object.key()));
  }

  /** One of the objects that need this object; empty if none does. */
  public Optional<ObjectKey> userOf(ObjectKey key) {
    return Optional.ofNullable(users.get(key));
  }
}
