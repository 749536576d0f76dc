package io.github.xrayclient.testing;

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
 * replaced, so it may be read after the server's lock is given back.
 */
final class JsonStore {
  private final Identity identity;
  private final Map<List<String>, ObjectNode> objects = new LinkedHashMap<>();
  private final Map<String, List<ObjectNode>> sorted = new HashMap<>();

  JsonStore(Identity identity) {
    this.identity = identity;
  }

  List<ObjectNode> all() {
    return new ArrayList<>(objects.values());
  }

  Optional<ObjectNode> find(String id) {
    return find("", id);
  }

  Optional<ObjectNode> find(String project, String id) {
    return Optional.ofNullable(objects.get(List.of(project, id)));
  }

  /** Adds an object, or replaces the one with the same identity in its place. */
  void put(ObjectNode object) {
    objects.put(key(object), object);
    sorted.clear();
  }

  void remove(ObjectNode object) {
    objects.remove(key(object));
    sorted.clear();
  }

  /** All objects in an order that is kept until the next write; each order has its own name. */
  List<ObjectNode> sorted(String name, Comparator<ObjectNode> order) {
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
