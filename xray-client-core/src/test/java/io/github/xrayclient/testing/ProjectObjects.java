package io.github.xrayclient.testing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Policies or watches: objects whose name is unique within a project, or among the global ones. */
final class ProjectObjects {
  private final FakeXray.Kind kind;
  private final JsonStore store;

  ProjectObjects(FakeXray.Kind kind, JsonStore store) {
    this.kind = kind;
    this.store = store;
  }

  /** Those of a project; all there are if the project is empty. */
  List<ObjectNode> of(String project) {
    return store.all().stream()
        .filter(object -> project.isEmpty() || kind.identity.projectOf(object).equals(project))
        .collect(Collectors.toList());
  }

  /** Those of a project and the global ones; all there are if the project is empty. */
  List<ObjectNode> visibleIn(String project) {
    return store.all().stream()
        .filter(object -> project.isEmpty() || isGlobal(object) || isOf(project, object))
        .collect(Collectors.toList());
  }

  /** The one of a project; of an empty project the global one, else any of this name. */
  Optional<ObjectNode> find(String project, String name) {
    Optional<ObjectNode> exact = store.find(project, name);
    if (exact.isPresent() || !project.isEmpty()) {
      return exact;
    }
    return store.all().stream()
        .filter(object -> kind.identity.of(object).equals(name))
        .findFirst();
  }

  /** The one of a project, else the global one; of an empty project only the global one. */
  Optional<ObjectNode> findVisible(String project, String name) {
    return store.find(project, name).or(() -> store.find("", name));
  }

  private boolean isGlobal(ObjectNode object) {
    return kind.identity.projectOf(object).isEmpty();
  }

  private boolean isOf(String project, ObjectNode object) {
    return kind.identity.projectOf(object).equals(project);
  }
}
