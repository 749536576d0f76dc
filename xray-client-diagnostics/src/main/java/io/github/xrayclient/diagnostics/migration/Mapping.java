package io.github.xrayclient.diagnostics.migration;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.diagnostics.internal.migration.mapping.NameMapping;
import io.github.xrayclient.diagnostics.internal.migration.mapping.NamePart;
import io.github.xrayclient.internal.call.Arguments;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The names that repositories, projects, groups and other things have on the target, if they differ
 * from those in the snapshot. Names that no entry covers stay as they are, unless the mapping is
 * {@link #strict}. Immutable: each setting returns a changed copy. Equal to another mapping of the
 * same names.
 *
 * <p>An asterisk in a name of the snapshot stands for any characters, also for none. Each asterisk
 * in the name on the target is replaced by the characters for which the asterisk at the same place
 * stands:
 *
 * <pre>{@code
 * Mapping mapping = Mapping.none()
 *     .repository("*-dev", "*-prod")      // libs-dev becomes libs-prod
 *     .repository("npm-dev", "npm")       // an entry without asterisks is preferred
 *     .mail("*@test.example", "*@example.com");
 * }</pre>
 *
 * <p>If several entries cover a name, the first of these rules decides: an entry without asterisks
 * is used before one with asterisks, an entry for one Artifactory instance before one for all, and
 * an entry with more other characters before one with fewer.
 *
 * <p>A path of an ignore rule or of a filter for paths is changed too, if its first element is the
 * name of a repository in the snapshot or in the mapping; the plan has a note about each. Patterns
 * of project keys are changed by the same entries as project keys. A build repository follows its
 * project if it has the usual name {@code PROJECT-build-info} and no entry of its own.
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
   * Reads a mapping from a JSON file:
   *
   * <pre>{@code
   * { "repositories": {
   *     "libs-dev": "libs-prod",            // also with asterisks: "*-dev": "*-prod"
   *     "art-eu:libs-dev": "libs-eu" },     // only in the Artifactory instance art-eu
   *   "buildRepositories": {…}, "projects": {…}, "binaryManagers": {…}, "groups": {…},
   *   "mails": {…}, "webhooks": {…}, "conditions": {…},
   *   "strict": true }                      // see strict(); false by default
   * }</pre>
   *
   * Each field may be absent.
   *
   * @throws MigrationException if the file is missing, has other fields, or has a new name that is
   *     blank or has more asterisks than the old one
   */
  public static Mapping read(Path file) {
    Objects.requireNonNull(file, "file");
    return Failures.translated(() -> new Mapping(NameMapping.read(file)));
  }

  /**
   * A copy in which the repository {@code source} is called {@code target} on the target, in all
   * Artifactory instances.
   *
   * @throws IllegalArgumentException if one of the names is blank, or {@code target} has more
   *     asterisks than {@code source}
   */
  public Mapping repository(String source, String target) {
    return with(NamePart.REPOSITORIES, source, target);
  }

  /**
   * A copy in which the repository {@code source} of one Artifactory instance is called {@code
   * target} on the target.
   *
   * @param binaryManager the id that the Artifactory instance has in the snapshot; repositories of
   *     curation policies, and those without an id, belong to {@code default}
   * @throws IllegalArgumentException if one of the texts is blank, or {@code target} has more
   *     asterisks than {@code source}
   */
  public Mapping repositoryOf(String binaryManager, String source, String target) {
    return with(
        NamePart.REPOSITORIES,
        Arguments.text("binaryManager", binaryManager) + ":" + Arguments.text("source", source),
        target);
  }

  /**
   * A copy in which the repository with build information {@code source} is called {@code target}
   * on the target.
   *
   * @throws IllegalArgumentException if one of the names is blank, or {@code target} has more
   *     asterisks than {@code source}
   */
  public Mapping buildRepository(String source, String target) {
    return with(NamePart.BUILD_REPOSITORIES, source, target);
  }

  /**
   * A copy in which the project {@code source} has the key {@code target} on the target.
   *
   * @throws IllegalArgumentException if one of the keys is blank, or {@code target} has more
   *     asterisks than {@code source}
   */
  public Mapping project(String source, String target) {
    return with(NamePart.PROJECTS, source, target);
  }

  /**
   * A copy in which the Artifactory instance (binary manager) with the id {@code source} has the id
   * {@code target} on the target.
   *
   * @throws IllegalArgumentException if one of the ids is blank, or {@code target} has more
   *     asterisks than {@code source}
   */
  public Mapping binaryManager(String source, String target) {
    return with(NamePart.BINARY_MANAGERS, source, target);
  }

  /**
   * A copy in which the group {@code source} is called {@code target} on the target.
   *
   * @throws IllegalArgumentException if one of the names is blank, or {@code target} has more
   *     asterisks than {@code source}
   */
  public Mapping group(String source, String target) {
    return with(NamePart.GROUPS, source, target);
  }

  /**
   * A copy in which the mail address {@code source} becomes {@code target} on the target.
   *
   * @throws IllegalArgumentException if one of the addresses is blank, or {@code target} has more
   *     asterisks than {@code source}
   */
  public Mapping mail(String source, String target) {
    return with(NamePart.MAILS, source, target);
  }

  /**
   * A copy in which the webhook {@code source} is called {@code target} on the target.
   *
   * @throws IllegalArgumentException if one of the names is blank, or {@code target} has more
   *     asterisks than {@code source}
   */
  public Mapping webhook(String source, String target) {
    return with(NamePart.WEBHOOKS, source, target);
  }

  /**
   * A copy in which the condition {@code source} is called {@code target} on the target. If the
   * target has a condition of that name, curation policies use it even if its content differs. To
   * use a condition of the target that has the same name but different content, map the name to
   * itself. An entry with asterisks renames conditions, but does not have this effect.
   *
   * @throws IllegalArgumentException if one of the names is blank, or {@code target} has more
   *     asterisks than {@code source}
   */
  public Mapping condition(String source, String target) {
    return with(NamePart.CONDITIONS, source, target);
  }

  /**
   * A copy that refuses names that no entry covers: a plan or a comparison then throws a {@link
   * MigrationException} that lists them. An entry of {@code *} keeps all other names of its kind.
   * Names of conditions need no entry, because plans create conditions, nor does the Artifactory
   * instance {@code default}. Patterns with wildcards and the beginnings of paths are not names;
   * the plan has notes about them.
   */
  public Mapping strict() {
    return new Mapping(names.strict(true));
  }

  /** Whether names that no entry covers are refused. */
  public boolean isStrict() {
    return names.isStrict();
  }

  /**
   * The names of repositories on the target, by their names in the snapshot. A name that is limited
   * to one Artifactory instance begins with its id and a colon.
   */
  public Map<String, String> repositories() {
    return names.names(NamePart.REPOSITORIES);
  }

  /** The names of repositories with build information on the target, by those in the snapshot. */
  public Map<String, String> buildRepositories() {
    return names.names(NamePart.BUILD_REPOSITORIES);
  }

  /** The keys of projects on the target, by their keys in the snapshot. */
  public Map<String, String> projects() {
    return names.names(NamePart.PROJECTS);
  }

  /** The ids of Artifactory instances on the target, by their ids in the snapshot. */
  public Map<String, String> binaryManagers() {
    return names.names(NamePart.BINARY_MANAGERS);
  }

  /** The names of groups on the target, by their names in the snapshot. */
  public Map<String, String> groups() {
    return names.names(NamePart.GROUPS);
  }

  /** The mail addresses on the target, by those in the snapshot. */
  public Map<String, String> mails() {
    return names.names(NamePart.MAILS);
  }

  /** The names of webhooks on the target, by their names in the snapshot. */
  public Map<String, String> webhooks() {
    return names.names(NamePart.WEBHOOKS);
  }

  /** The names of conditions on the target, by their names in the snapshot. */
  public Map<String, String> conditions() {
    return names.names(NamePart.CONDITIONS);
  }

  /** The key on the target of a project in the snapshot; the same key if no entry covers it. */
  public String projectOf(String key) {
    return names.projectOf(Arguments.text("key", key));
  }

  /**
   * The mapping as JSON in the form that {@link #read read(..)} reads. Fields for which no names
   * are mapped are left out.
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

  private Mapping with(NamePart part, String source, String target) {
    return new Mapping(
        names.with(part, Arguments.text("source", source), Arguments.text("target", target)));
  }

  NameMapping names() {
    return names;
  }
}
