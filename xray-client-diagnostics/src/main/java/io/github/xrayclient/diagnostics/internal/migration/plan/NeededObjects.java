package io.github.xrayclient.diagnostics.internal.migration.plan;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.diagnostics.internal.migration.content.ObjectKinds;
import io.github.xrayclient.diagnostics.internal.migration.content.StoredObject;
import io.github.xrayclient.diagnostics.internal.migration.server.ServerState;
import io.github.xrayclient.diagnostics.migration.ObjectKey;
import io.github.xrayclient.diagnostics.migration.ObjectKind;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/** The objects that the desired objects need, each with one object that needs it. */
final class NeededObjects {
  private final Map<ObjectKey, ObjectKey> users = new HashMap<>();

  private NeededObjects() {}

  static NeededObjects of(SortedMap<ObjectKey, StoredObject> desired, ServerState target) {
    NeededObjects needed = new NeededObjects();
    Set<ObjectKey> known = target.keysWithGlobalPolicies();
    known.addAll(desired.keySet());
    desired.forEach((key, object) -> {
      if (key.kind() == ObjectKind.CURATION_POLICIES) {
        String condition = object.content().path("condition").asText();
        needed.users.putIfAbsent(ObjectKey.of(ObjectKind.CONDITIONS, condition), key);
      }
      for (JsonNode policy : object.content().path("assigned_policies")) {
        resolve(key, policy, known).ifPresent(found -> needed.users.putIfAbsent(found, key));
      }
    });
    return needed;
  }

  /** The policy that a watch uses: the one of its project, or else the global one. */
  static Optional<ObjectKey> resolve(ObjectKey watch, JsonNode assigned, Set<ObjectKey> known) {
    ObjectKey global = ObjectKey.of(ObjectKind.POLICIES, assigned.path("name").asText());
    ObjectKey own =
        ObjectKinds.key(global.kind(), global.name(), watch.projectKey().orElse(""));
    return Optional.of(own)
        .filter(known::contains)
        .or(() -> Optional.of(global).filter(known::contains));
  }

  /** One of the objects that need this object; empty if none does. */
  Optional<ObjectKey> userOf(ObjectKey key) {
    return Optional.ofNullable(users.get(key));
  }
}
