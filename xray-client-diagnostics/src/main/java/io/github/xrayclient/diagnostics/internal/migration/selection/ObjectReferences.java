package io.github.xrayclient.diagnostics.internal.migration.selection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.diagnostics.internal.migration.content.ObjectKinds;
import io.github.xrayclient.diagnostics.internal.migration.content.StoredObject;
import io.github.xrayclient.diagnostics.migration.ObjectKey;
import io.github.xrayclient.diagnostics.migration.ObjectKind;
import io.github.xrayclient.internal.json.NonBlank;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The objects to which an object refers by their names: the condition of a curation policy, the
 * policies of a watch, and the policies and watches of an ignore rule.
 */
public final class ObjectReferences {
  /** The kinds of objects that may refer to an object of a kind. */
  private static final Map<ObjectKind, Set<ObjectKind>> USERS = Map.of(
      ObjectKind.CONDITIONS, Set.of(ObjectKind.CURATION_POLICIES),
      ObjectKind.POLICIES, Set.of(ObjectKind.WATCHES, ObjectKind.IGNORE_RULES),
      ObjectKind.WATCHES, Set.of(ObjectKind.IGNORE_RULES));

  private final ObjectKey user;
  private final Set<ObjectKey> global = new LinkedHashSet<>();

  private ObjectReferences(ObjectKey user) {
    this.user = user;
  }

  public static ObjectReferences of(StoredObject object) {
    ObjectReferences references = new ObjectReferences(object.key());
    ObjectNode content = object.content();
    switch (object.key().kind()) {
      case CURATION_POLICIES:
        references.add(ObjectKind.CONDITIONS, content.path("condition"));
        break;
      case WATCHES:
        for (JsonNode policy : content.path("assigned_policies")) {
          references.add(ObjectKind.POLICIES, policy.path("name"));
        }
        break;
      case IGNORE_RULES:
        content
            .at("/ignore_filters/policies")
            .forEach(name -> references.add(ObjectKind.POLICIES, name));
        content
            .at("/ignore_filters/watches")
            .forEach(name -> references.add(ObjectKind.WATCHES, name));
        break;
      default: // conditions and policies refer to no object
    }
    return references;
  }

  private void add(ObjectKind kind, JsonNode name) {
    NonBlank.text(name).ifPresent(text -> global.add(ObjectKey.of(kind, text)));
  }

  /** The kinds of objects that may refer to objects of these kinds. */
  public static Set<ObjectKind> usersOf(Set<ObjectKind> kinds) {
    Set<ObjectKind> users = new TreeSet<>();
    kinds.forEach(kind -> users.addAll(USERS.getOrDefault(kind, Set.of())));
    return users;
  }

  /** The kinds of objects to which objects of these kinds may refer, directly or by others. */
  public static Set<ObjectKind> usedBy(Set<ObjectKind> kinds) {
    Set<ObjectKind> used = new TreeSet<>();
    USERS.forEach((kind, users) -> {
      if (!Collections.disjoint(users, kinds)) {
        used.add(kind);
      }
    });
    if (!kinds.containsAll(used)) {
      Set<ObjectKind> more = new TreeSet<>(kinds);
      more.addAll(used);
      used.addAll(usedBy(more));
    }
    return used;
  }

  /** The kinds of the objects to which the object refers. */
  public Set<ObjectKind> kinds() {
    Set<ObjectKind> kinds = EnumSet.noneOf(ObjectKind.class);
    global.forEach(key -> kinds.add(key.kind()));
    return kinds;
  }

  /** The objects to which the object refers, as far as they are among the known ones. */
  public Set<ObjectKey> among(Set<ObjectKey> known) {
    Set<ObjectKey> found = new LinkedHashSet<>();
    global.forEach(key -> resolve(user, key, known).ifPresent(found::add));
    return found;
  }

  /** The names of objects of a kind to which the object refers, but which are not known. */
  public Set<String> missing(ObjectKind kind, Set<ObjectKey> known) {
    Set<String> missing = new LinkedHashSet<>();
    global.stream()
        .filter(key -> key.kind() == kind && resolve(user, key, known).isEmpty())
        .forEach(key -> missing.add(key.name()));
    return missing;
  }

  /**
   * The object that another one means by a name: that of its own project, or else the global one.
   *
   * @param key the key of the global object
   */
  public static Optional<ObjectKey> resolve(ObjectKey user, ObjectKey key, Set<ObjectKey> known) {
    ObjectKey own = ObjectKinds.key(key.kind(), key.name(), user.projectKey().orElse(""));
    return Optional.of(own)
        .filter(known::contains)
        .or(() -> Optional.of(key).filter(known::contains));
  }
}
