package io.github.xrayclient.diagnostics.internal.migration.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.diagnostics.internal.migration.content.IgnoreRuleNames;
import io.github.xrayclient.diagnostics.internal.migration.content.StoredObject;
import io.github.xrayclient.diagnostics.internal.migration.server.ServerState;
import io.github.xrayclient.diagnostics.migration.ObjectKey;
import io.github.xrayclient.diagnostics.migration.ObjectKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds objects in the lists that were read at the beginning. */
final class ListedObjects implements ObjectSource {
  private final Map<List<Object>, StoredObject> byId = new HashMap<>();
  private final Map<List<Object>, List<StoredObject>> byLikeness = new HashMap<>();

  ListedObjects(ServerState state) {
    state.objects().forEach((key, listed) -> {
      StoredObject stored = listed.byConditionId();
      byId.put(identity(key, stored.id()), stored);
      byLikeness
          .computeIfAbsent(likeness(key, stored.content()), absent -> new ArrayList<>())
          .add(stored);
    });
  }

  @Override
  public Optional<StoredObject> find(ObjectKey key, String id) {
    return Optional.ofNullable(byId.get(identity(key, id)));
  }

  @Override
  public List<StoredObject> alike(ObjectKey key, ObjectNode content) {
    return byLikeness.getOrDefault(likeness(key, content), List.of());
  }

  private static List<Object> identity(ObjectKey key, String id) {
    return List.of(key.kind(), key.projectKey().orElse(""), id);
  }

  /** A key that is equal for objects that could be mistaken for each other. */
  static List<Object> likeness(ObjectKey key, ObjectNode content) {
    String name =
        key.kind() == ObjectKind.IGNORE_RULES ? IgnoreRuleNames.name(content) : key.name();
    return List.of(key.kind(), key.projectKey().orElse(""), name);
  }
}
