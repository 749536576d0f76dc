package io.github.xrayclient.testing.internal.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The objects of one kind, in the order of their creation. A stored object is never changed, only
 * replaced, so it can be read without holding the server's lock.
 */
public final class JsonStore {
  private final Identity identity;
  private final Map<List<String>, ObjectNode> objects = new LinkedHashMap<>();
  private final Map<String, List<ObjectNode>> sorted = new HashMap<>();

  public JsonStore(Identity identity) {
    this.identity = identity;
  }

  public List<ObjectNode> all() {
    return new ArrayList<>(objects.values());
  }

  public Optional<ObjectNode> find(String id) {
    return find("", id);
  }

  public Optional<ObjectNode> find(String project, String id) {
    return Optional.ofNullable(objects.get(List.of(project, id)));
  }

  /** Adds an object, or replaces the one with the same identity at its position. */
  public void put(ObjectNode object) {
    objects.put(key(object), object);
    sorted.clear();
  }

  public void remove(ObjectNode object) {
    objects.remove(key(object));
    sorted.clear();
  }

  public void clear() {
    objects.clear();
    sorted.clear();
  }

  /** Returns all objects in an order, which is kept until the next write under this name. */
  public List<ObjectNode> sorted(String name, Comparator<ObjectNode> order) {
    return sorted.computeIfAbsent(name, absent -> {
      List<ObjectNode> all = all();
      all.sort(order);
      return all;
    });
  }

  private List<String> key(ObjectNode object) {
    return List.of(identity.projectOf(object), identity.of(object));
  }
}
