package io.github.xrayclient.diagnostics.migration;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Objects of lists that were read of a server. */
final class ListedObjects implements ObjectSource {
  private final Map<List<Object>, Held> byId = new HashMap<>();
  private final Map<List<Object>, List<Held>> byLikeness = new HashMap<>();

  ListedObjects(Instance instance) {
    instance.objects.forEach((key, listed) -> {
      boolean isNamingIds = key.kind() != ObjectKind.CURATION_POLICIES; // these name a condition
      Held held = isNamingIds ? listed : Held.of(key, listed.raw());
      byId.put(identity(key, held.id()), held);
      byLikeness
          .computeIfAbsent(likeness(key, held.content()), absent -> new ArrayList<>())
          .add(held);
    });
  }

  @Override
  public Optional<Held> find(ObjectKey key, String id) {
    return Optional.ofNullable(byId.get(identity(key, id)));
  }

  @Override
  public List<Held> alike(ObjectKey key, ObjectNode content) {
    return byLikeness.getOrDefault(likeness(key, content), List.of());
  }

  private static List<Object> identity(ObjectKey key, String id) {
    return List.of(key.kind(), key.projectKey().orElse(""), id);
  }

  /** What objects have in common that could be mistaken for each other. */
  static List<Object> likeness(ObjectKey key, ObjectNode content) {
    String name =
        key.kind() == ObjectKind.IGNORE_RULES ? IgnoreRuleNames.name(content) : key.name();
    return List.of(key.kind(), key.projectKey().orElse(""), name);
  }
}
