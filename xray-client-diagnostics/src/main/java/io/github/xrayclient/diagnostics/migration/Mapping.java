package io.github.xrayclient.diagnostics.migration;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.diagnostics.internal.migration.plan.NameMapping;
import io.github.xrayclient.internal.call.Arguments;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The names that repositories, projects, Artifactory instances, groups and conditions have on the
 * target, if they differ from those in the snapshot. Other names stay as they are. Immutable: each
 * setting returns a changed copy. Equal to another mapping of the same names.
 */
public final class Mapping {
  private static final Mapping NONE = new Mapping(NameMapping.none());

  private final NameMapping names;

  private Mapping(NameMapping names) {
    this.names = names;
  }

  /** A mapping that changes no name. */
  public static Mapping none() {
    return NONE;
  }

  /**
   * Reads a mapping from a JSON file: {@code {"repositories": {"old": "new"}, "projects": {..},
   * "binaryManagers": {..}, "groups": {..}, "conditions": {..}}}. Each of the five fields may be
   * absent.
   *
   * @throws MigrationException if the file is missing, has other fields, or gives a new name that
   *     is blank
   */
  public static Mapping read(Path file) {
    Objects.requireNonNull(file, "file");
    return Failures.translated(() -> new Mapping(NameMapping.read(file)));
  }

  /**
   * A copy in which the repository {@code source} is called {@code target} on the target.
   *
   * @throws IllegalArgumentException if one of the names is blank
   */
  public Mapping repository(String source, String target) {
    return with(NameMapping.REPOSITORIES, source, target);
  }

  /**
   * A copy in which the project {@code source} has the key {@code target} on the target.
   *
   * @throws IllegalArgumentException if one of the keys is blank
   */
  public Mapping project(String source, String target) {
    return with(NameMapping.PROJECTS, source, target);
  }

  /**
   * A copy in which the Artifactory instance (binary manager) with the id {@code source} has the id
   * {@code target} on the target.
   *
   * @throws IllegalArgumentException if one of the ids is blank
   */
  public Mapping binaryManager(String source, String target) {
    return with(NameMapping.BINARY_MANAGERS, source, target);
  }

  /**
   * A copy in which the group {@code source} is called {@code target} on the target.
   *
   * @throws IllegalArgumentException if one of the names is blank
   */
  public Mapping group(String source, String target) {
    return with(NameMapping.GROUPS, source, target);
  }

  /**
   * A copy in which the condition {@code source} is called {@code target} on the target. If the
   * target has a condition of that name, curation policies use it even if its content differs. To
   * use a condition of the target that has the same name but different content, map the name to
   * itself.
   *
   * @throws IllegalArgumentException if one of the names is blank
   */
  public Mapping condition(String source, String target) {
    return with(NameMapping.CONDITIONS, source, target);
  }

  /** The names of repositories on the target, by their names in the snapshot. */
  public Map<String, String> repositories() {
    return names.names(NameMapping.REPOSITORIES);
  }

  /** The keys of projects on the target, by their keys in the snapshot. */
  public Map<String, String> projects() {
    return names.names(NameMapping.PROJECTS);
  }

  /** The ids of Artifactory instances on the target, by their ids in the snapshot. */
  public Map<String, String> binaryManagers() {
    return names.names(NameMapping.BINARY_MANAGERS);
  }

  /** The names of groups on the target, by their names in the snapshot. */
  public Map<String, String> groups() {
    return names.names(NameMapping.GROUPS);
  }

  /** The names of conditions on the target, by their names in the snapshot. */
  public Map<String, String> conditions() {
    return names.names(NameMapping.CONDITIONS);
  }

  /**
   * The mapping as JSON in the form that {@link #read} reads. Fields for which no names are mapped
   * are left out.
   */
  public ObjectNode toJson() {
    return names.toJson();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Mapping && toJson().equals(((Mapping) other).toJson());
  }

  @Override
  public int hashCode() {
    return toJson().hashCode();
  }

  @Override
  public String toString() {
    return "Mapping" + toJson();
  }

  private Mapping with(String part, String source, String target) {
    return new Mapping(
        names.with(part, Arguments.text("source", source), Arguments.text("target", target)));
  }

  NameMapping names() {
    return names;
  }
}
