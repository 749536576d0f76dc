package io.github.xrayclient.diagnostics.migration;

import io.github.xrayclient.curation.CurationPolicy;
import io.github.xrayclient.curation.condition.Condition;
import io.github.xrayclient.ignorerule.IgnoreRule;
import io.github.xrayclient.policy.Policy;
import io.github.xrayclient.watch.Watch;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What is migrated, in the order in which one needs another. */
public enum ObjectKind {
  /** Custom conditions; the built-in ones are found by name and never written. */
  CONDITIONS("conditions", "condition", Condition.class, "/xray/api/v1/curation/conditions"),
  CURATION_POLICIES(
      "curation-policies",
      "curation policy",
      CurationPolicy.class,
      "/xray/api/v1/curation/policies"),
  POLICIES("policies", "policy", Policy.class, "/xray/api/v2/policies"),
  WATCHES("watches", "watch", Watch.class, "/xray/api/v2/watches"),
  /** Known by their filters and notes; they are created and deleted, but cannot be changed. */
  IGNORE_RULES("ignore-rules", "ignore rule", IgnoreRule.class, "/xray/api/v1/ignore_rules");

  private final String directory;
  private final String words;
  private final Class<?> type;
  private final String path;

  ObjectKind(String directory, String words, Class<?> type, String path) {
    this.directory = directory;
    this.words = words;
    this.type = type;
    this.path = path;
  }

  /** The name of its directory in an export, as in {@code curation-policies}. */
  public String directory() {
    return directory;
  }

  /** One of it in words, as in {@code curation policy}. */
  @Override
  public String toString() {
    return words;
  }

  static Optional<ObjectKind> ofDirectory(String name) {
    return Arrays.stream(values()).filter(kind -> kind.directory.equals(name)).findFirst();
  }

  Class<?> type() {
    return type;
  }

  String path() {
    return path;
  }

  /** Whether it is Curation's, which knows no projects and gives ids. */
  boolean isOfCuration() {
    return this == CONDITIONS || this == CURATION_POLICIES;
  }

  /** Whether the server addresses it by name; other kinds have ids. */
  boolean isNamed() {
    return this == POLICIES || this == WATCHES;
  }

  /** The member that holds the name; ignore rules have none. */
  List<String> nameAt() {
    return this == WATCHES ? List.of("general_data", "name") : List.of("name");
  }

  /** The member that holds the project's key. */
  List<String> projectAt() {
    return this == WATCHES ? List.of("general_data", "project_key") : List.of("project_key");
  }
}
