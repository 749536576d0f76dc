package io.github.xrayclient.diagnostics.migration;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.curation.condition.Condition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a server, or one project of it, holds at one time. Built by its reader, then not changed. */
final class Instance {
  final SortedMap<ObjectKey, Held> objects = new TreeMap<>();
  final Map<ObjectKind, String> notRead = new TreeMap<>();

  /** Global policies, seen beside those of a project. */
  final List<ObjectKey> beside = new ArrayList<>();

  private final Map<String, ObjectNode> builtIn = new HashMap<>();
  private final Map<String, String> conditionNames = new HashMap<>();
  private final Map<String, List<String>> conditionIds = new TreeMap<>();

  void condition(Condition condition) {
    condition.name().ifPresent(name -> {
      conditionNames.put(condition.id().wire(), name);
      conditionIds
          .computeIfAbsent(name, absent -> new ArrayList<>())
          .add(condition.id().wire());
    });
  }

  void builtIn(String name, ObjectNode content) {
    builtIn.put(name, content);
  }

  /** What a built-in condition tests. */
  Optional<ObjectNode> builtIn(String name) {
    return Optional.ofNullable(builtIn.get(name));
  }

  Optional<String> conditionName(String id) {
    return Optional.ofNullable(conditionNames.get(id));
  }

  /** The id of a condition, custom or built in. */
  Optional<String> conditionId(String name) {
    return conditionIds.getOrDefault(name, List.of()).stream().findFirst();
  }

  /** The ids of conditions by name, custom and built-in ones. */
  Map<String, List<String>> conditionIds() {
    return Collections.unmodifiableMap(conditionIds);
  }

  Optional<Held> find(ObjectKey key) {
    return Optional.ofNullable(objects.get(key));
  }

  /** The same as long as nobody edits anything. */
  String fingerprint() {
    StringBuilder all = new StringBuilder();
    objects.values().forEach(held -> all.append(held.fingerprint()).append('\n'));
    return Canonical.hash(all.toString());
  }
}
