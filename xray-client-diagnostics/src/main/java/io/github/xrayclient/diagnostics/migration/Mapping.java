package io.github.xrayclient.diagnostics.migration;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.diagnostics.internal.migration.plan.NameMapping;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The names that repositories, projects, connected Artifactory instances, groups and conditions have
 * on the target, where these differ. Immutable; each method returns a changed copy. Equal to another
 * mapping of the same names.
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
   * The mapping in a file: {@code {"repositories": {"old": "new"}, "projects": {..},
   * "binaryManagers": {..}, "groups": {..}, "conditions": {..}}}.
   *
   * @throws MigrationException if the file cannot be used
   */
  public static Mapping read(Path file) {
    return Failures.translated(() -> new Mapping(NameMapping.read(file)));
  }

  /** A copy in which a repository has this name on the target. */
  public Mapping repository(String source, String target) {
    return with(NameMapping.REPOSITORIES, source, target);
  }

  /** A copy in which a project has this key on the target. */
  public Mapping project(String source, String target) {
    return with(NameMapping.PROJECTS, source, target);
  }

  /** A copy in which a connected Artifactory instance has this id on the target. */
  public Mapping binaryManager(String source, String target) {
    return with(NameMapping.BINARY_MANAGERS, source, target);
  }

  /** A copy in which a group has this name on the target. */
  public Mapping group(String source, String target) {
    return with(NameMapping.GROUPS, source, target);
  }

  /**
   * A copy in which a condition has this name on the target. If the target has a condition of this
   * name, curation policies use it, whatever its template is; so to use a condition with another
   * template and the same name, map the name to itself.
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

  /** The ids of connected Artifactory instances on the target, by their ids in the snapshot. */
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

  /** The mapping in the form that {@link #read} reads, without members that have no names. */
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
    return new Mapping(names.with(part, source, target));
  }

  NameMapping names() {
    return names;
  }
}
