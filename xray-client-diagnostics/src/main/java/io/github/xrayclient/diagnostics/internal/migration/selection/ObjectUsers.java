package io.github.xrayclient.diagnostics.internal.migration.selection;

import io.github.xrayclient.diagnostics.internal.migration.content.StoredObject;
import io.github.xrayclient.diagnostics.migration.ObjectKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The objects that refer to other objects, such as the curation policies of a condition. */
public final class ObjectUsers {
  private final Map<ObjectKey, List<ObjectKey>> users = new HashMap<>();

  /** The users among these objects. */
  public ObjectUsers(Map<ObjectKey, StoredObject> objects) {
    objects.forEach((user, object) -> ObjectReferences.of(object)
        .among(objects.keySet())
        .forEach(key -> users.computeIfAbsent(key, absent -> new ArrayList<>()).add(user)));
  }

  /** All users of an object, in the order of their keys. */
  public List<ObjectKey> of(ObjectKey key) {
    return List.copyOf(users.getOrDefault(key, List.of()));
  }
}
