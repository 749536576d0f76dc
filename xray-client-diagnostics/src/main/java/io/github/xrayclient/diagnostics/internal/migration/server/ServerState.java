package io.github.xrayclient.diagnostics.internal.migration.server;

import io.github.xrayclient.curation.condition.Condition;
import io.github.xrayclient.diagnostics.internal.migration.content.CreationOrder;
import io.github.xrayclient.diagnostics.internal.migration.content.ObjectKinds;
import io.github.xrayclient.diagnostics.internal.migration.content.StoredObject;
import io.github.xrayclient.diagnostics.migration.NotRead;
import io.github.xrayclient.diagnostics.migration.ObjectKey;
import io.github.xrayclient.diagnostics.migration.ObjectKind;
import io.github.xrayclient.internal.json.NonBlank;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The objects of a server, or of one of its projects. Not changed after {@link ServerStateReader}
 * read it.
 */
public final class ServerState {
  private final SortedMap<ObjectKey, StoredObject> objects = new TreeMap<>();
  private final List<StoredObject> twins = new ArrayList<>();
  private final Map<ObjectKind, NotRead> notRead = new TreeMap<>();
  private final SortedMap<ObjectKey, StoredObject> globalPolicies = new TreeMap<>();
  private final Map<String, StoredObject> builtIn = new HashMap<>();
  private final Map<String, String> conditionNames = new HashMap<>();
  private final Map<String, List<String>> conditionIds = new TreeMap<>();

  /**
   * Adds an object. Of objects with equal keys, the one that was created first is found by the key.
   */
  void add(StoredObject object) {
    StoredObject other = objects.get(object.key());
    if (other == null) {
      objects.put(object.key(), object);
    } else if (CreationOrder.OF_OBJECTS.compare(object, other) < 0) {
      objects.put(object.key(), object);
      twins.add(other);
    } else {
      twins.add(object);
    }
  }

  /** Adds the name and the id of a custom or built-in condition. */
  void addCondition(Condition condition) {
    NonBlank.text(condition.name()).ifPresent(name -> {
      conditionNames.put(condition.id().wire(), name);
      conditionIds
          .computeIfAbsent(name, absent -> new ArrayList<>())
          .add(condition.id().wire());
    });
  }

  void addBuiltIn(StoredObject condition) {
    builtIn.put(condition.key().name(), condition);
  }

  /** Adds a global policy, which servers list together with the policies of a project. */
  void addGlobalPolicy(StoredObject policy) {
    globalPolicies.put(policy.key(), policy);
  }

  /** Records that Curation could not be read, and removes what was read before the failure. */
  void curationNotRead(NotRead reason) {
    objects.keySet().removeIf(key -> ObjectKinds.isOfCuration(key.kind()));
    twins.removeIf(object -> ObjectKinds.isOfCuration(object.key().kind()));
    notRead.put(ObjectKind.CONDITIONS, reason);
    notRead.put(ObjectKind.CURATION_POLICIES, reason);
  }

  public SortedMap<ObjectKey, StoredObject> objects() {
    return Collections.unmodifiableSortedMap(objects);
  }

  /** All objects, also those with the same key as another one. */
  public List<StoredObject> all() {
    List<StoredObject> all = new ArrayList<>(objects.values());
    all.addAll(twins);
    return all;
  }

  public Optional<StoredObject> find(ObjectKey key) {
    return Optional.ofNullable(objects.get(key));
  }

  /** The object with this key, or the global policy that watches of a project can use as well. */
  public Optional<StoredObject> findWithGlobalPolicies(ObjectKey key) {
    return find(key).or(() -> Optional.ofNullable(globalPolicies.get(key)));
  }

  /** Kinds that could not be read, with the reason. */
  public Map<ObjectKind, NotRead> notRead() {
    return Collections.unmodifiableMap(notRead);
  }

  /**
   * The keys of all objects, and of the global policies that watches of a project can use as well.
   */
  public Set<ObjectKey> keysWithGlobalPolicies() {
    Set<ObjectKey> keys = new TreeSet<>(objects.keySet());
    keys.addAll(globalPolicies.keySet());
    return keys;
  }

  /** The built-in condition with this name. */
  public Optional<StoredObject> builtIn(String name) {
    return Optional.ofNullable(builtIn.get(name));
  }

  Optional<String> conditionName(String id) {
    return Optional.ofNullable(conditionNames.get(id));
  }

  /**
   * The id of the custom or built-in condition with this name; if there are several, of the one
   * that was created first.
   */
  public Optional<String> conditionId(String name) {
    return conditionIds.getOrDefault(name, List.of()).stream().min(CreationOrder.OF_IDS);
  }

  /** The ids of custom and built-in conditions by their names. */
  Map<String, List<String>> conditionIds() {
    return Collections.unmodifiableMap(conditionIds);
  }
}
