package io.github.xrayclient.diagnostics.migration;

import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;

/** What an object is called on every server: kind, name, and the project that it belongs to. */
public final class ObjectKey implements Comparable<ObjectKey> {
  private static final Comparator<ObjectKey> ORDER = Comparator.comparing(ObjectKey::kind)
      .thenComparing(key -> key.project)
      .thenComparing(ObjectKey::name);

  private final ObjectKind kind;
  private final String project;
  private final String name;

  private ObjectKey(ObjectKind kind, String project, String name) {
    this.kind = Objects.requireNonNull(kind, "kind");
    this.project = Objects.requireNonNull(project, "project");
    this.name = Objects.requireNonNull(name, "name");
  }

  /** A global object. */
  public static ObjectKey of(ObjectKind kind, String name) {
    return new ObjectKey(kind, "", name);
  }

  /** The same in a project; an empty key stands for none. */
  public ObjectKey inProject(String key) {
    return new ObjectKey(kind, key, name);
  }

  /** The kind. */
  public ObjectKind kind() {
    return kind;
  }

  /** The name; an ignore rule's is made from its notes and filters. */
  public String name() {
    return name;
  }

  /** The key of the project; empty for a global object. */
  public Optional<String> projectKey() {
    return project.isEmpty() ? Optional.empty() : Optional.of(project);
  }

  @Override
  public int compareTo(ObjectKey other) {
    return ORDER.compare(this, other);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ObjectKey && compareTo((ObjectKey) other) == 0;
  }

  @Override
  public int hashCode() {
    return Objects.hash(kind, project, name);
  }

  /** In words: {@code watch libs of project dev}. */
  @Override
  public String toString() {
    return kind + " " + name + (project.isEmpty() ? "" : " of project " + project);
  }
}
