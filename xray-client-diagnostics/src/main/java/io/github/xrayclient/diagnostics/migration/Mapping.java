package io.github.xrayclient.diagnostics.migration;

import io.github.xrayclient.diagnostics.internal.migration.plan.NameMapping;
import java.nio.file.Path;

/**
 * What repositories, projects, connected Artifactories, groups and conditions are called on the
 * target, where that is not the same. Immutable; each method returns a changed copy.
 */
public final class Mapping {
  private static final Mapping NONE = new Mapping(NameMapping.none());

  private final NameMapping names;

  private Mapping(NameMapping names) {
    this.names = names;
  }

  /** Everything is called the same. */
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
    return new Mapping(NameMapping.read(file));
  }

  /** Calls a repository this on the target. */
  public Mapping repository(String source, String target) {
    return new Mapping(names.with(NameMapping.REPOSITORIES, source, target));
  }

  /** Calls a project this on the target. */
  public Mapping project(String source, String target) {
    return new Mapping(names.with(NameMapping.PROJECTS, source, target));
  }

  /** Calls a connected Artifactory this on the target. */
  public Mapping binaryManager(String source, String target) {
    return new Mapping(names.with(NameMapping.BINARY_MANAGERS, source, target));
  }

  /** Calls a group this on the target. */
  public Mapping group(String source, String target) {
    return new Mapping(names.with(NameMapping.GROUPS, source, target));
  }

  /**
   * Calls a condition this on the target. If that has one of this name, curation policies use it,
   * whatever its template; so one of another template that is mapped to its own name is declared the
   * same.
   */
  public Mapping condition(String source, String target) {
    return new Mapping(names.with(NameMapping.CONDITIONS, source, target));
  }

  NameMapping names() {
    return names;
  }
}
