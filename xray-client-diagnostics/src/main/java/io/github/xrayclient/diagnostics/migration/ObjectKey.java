package io.github.xrayclient.diagnostics.migration;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.internal.call.Arguments;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Identifies an object on every server: by its kind, its name, and the project to which it belongs.
 * Immutable; sorted by kind, project and name.
 */
public final class ObjectKey implements Comparable<ObjectKey> {
  private final ObjectKind kind;
  private final String project;
  private final String name;

  private ObjectKey(ObjectKind kind, String project, String name) {
    this.kind = Objects.requireNonNull(kind, "kind");
    this.project = Objects.requireNonNull(project, "project");
    this.name = Objects.requireNonNull(name, "name");
  }

  /** The key of a global object, which belongs to no project. */
  public static ObjectKey of(ObjectKind kind, String name) {
    return new ObjectKey(kind, "", name);
  }

  /**
   * A copy for an object that belongs to a project.
   *
   * @throws IllegalArgumentException if the key is blank
   */
  public ObjectKey inProject(String key) {
    return new ObjectKey(kind, Arguments.text("key", key), name);
  }

  /** The kind of the object. */
  public ObjectKind kind() {
    return kind;
  }

  /**
   * The name of the object. Ignore rules have no names on servers, so their names are made from
   * their notes and filters.
   */
  public String name() {
    return name;
  }

  /** The key of the project; empty for a global object. */
  public Optional<String> projectKey() {
    return project.isEmpty() ? Optional.empty() : Optional.of(project);
  }

  /**
   * The key as JSON, with {@code kind} (the {@link ObjectKind#directory} of the kind), {@code name}
   * and {@code project}, which is absent for a global object.
   */
  public ObjectNode toJson() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("kind", kind.directory()).put("name", name);
    projectKey().ifPresent(key -> json.put("project", key));
    return json;
  }

  @Override
  public int compareTo(ObjectKey other) {
    Objects.requireNonNull(other, "other");
    int byKind = kind.compareTo(other.kind);
    int byProject = byKind == 0 ? project.compareTo(other.project) : byKind;
    return byProject == 0 ? name.compareTo(other.name) : byProject;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ObjectKey
        && kind == ((ObjectKey) other).kind
        && name.equals(((ObjectKey) other).name)
        && project.equals(((ObjectKey) other).project);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * kind.hashCode() + project.hashCode()) + name.hashCode();
  }

  /** In words: {@code watch "libs" in project "dev"}. */
  @Override
  public String toString() {
    return kind + " \"" + name + "\""
        + (project.isEmpty() ? "" : " in project \"" + project + "\"");
  }
}
