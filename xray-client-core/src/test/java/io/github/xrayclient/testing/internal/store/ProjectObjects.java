package io.github.xrayclient.testing.internal.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.testing.FakeXray;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Policies or watches: objects whose names are unique within a project, or among the global ones.
 */
public final class ProjectObjects {
  private final FakeXray.Kind kind;
  private final JsonStore store;

  public ProjectObjects(FakeXray.Kind kind, JsonStore store) {
    this.kind = kind;
    this.store = store;
  }

  /** The objects of a project; all objects if the key is empty. */
  public List<ObjectNode> of(String project) {
    return store.all().stream()
        .filter(object ->
            project.isEmpty() || Identity.forKind(kind).projectOf(object).equals(project))
        .collect(Collectors.toList());
  }

  /** The objects of a project and the global ones; all objects if the key is empty. */
  public List<ObjectNode> visibleIn(String project) {
    return store.all().stream()
        .filter(object -> project.isEmpty() || isGlobal(object) || isOf(project, object))
        .collect(Collectors.toList());
  }

  /**
   * The object with this name in the project. If the key is empty, the global object, or else any
   * object with this name.
   */
  public Optional<ObjectNode> find(String project, String name) {
    Optional<ObjectNode> exact = store.find(project, name);
    if (exact.isPresent() || !project.isEmpty()) {
      return exact;
    }
    return store.all().stream()
        .filter(object -> Identity.forKind(kind).of(object).equals(name))
        .findFirst();
  }

  /**
   * The object with this name in the project, or else the global one. If the key is empty, only the
   * global one.
   */
  public Optional<ObjectNode> findVisible(String project, String name) {
    return store.find(project, name).or(() -> store.find("", name));
  }

  private boolean isGlobal(ObjectNode object) {
    return Identity.forKind(kind).projectOf(object).isEmpty();
  }

  private boolean isOf(String project, ObjectNode object) {
    return Identity.forKind(kind).projectOf(object).equals(project);
  }
}
