package io.github.xrayclient.diagnostics.internal.migration.content;

import io.github.xrayclient.curation.CurationPolicy;
import io.github.xrayclient.curation.condition.Condition;
import io.github.xrayclient.curation.internal.fields.ConditionFields;
import io.github.xrayclient.curation.internal.fields.CurationPolicyFields;
import io.github.xrayclient.diagnostics.migration.ObjectKey;
import io.github.xrayclient.diagnostics.migration.ObjectKind;
import io.github.xrayclient.ignorerule.IgnoreRule;
import io.github.xrayclient.internal.write.IgnoreRuleFields;
import io.github.xrayclient.internal.write.PolicyFields;
import io.github.xrayclient.internal.write.WatchFields;
import io.github.xrayclient.internal.write.WireFields;
import io.github.xrayclient.policy.Policy;
import io.github.xrayclient.watch.Watch;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** How servers hold the objects of each kind: their type, path, name and project. */
public final class ObjectKinds {
  private static final Map<ObjectKind, Class<?>> TYPES = Map.of(
      ObjectKind.CONDITIONS, Condition.class,
      ObjectKind.CURATION_POLICIES, CurationPolicy.class,
      ObjectKind.POLICIES, Policy.class,
      ObjectKind.WATCHES, Watch.class,
      ObjectKind.IGNORE_RULES, IgnoreRule.class);

  private static final Map<ObjectKind, String> PATHS = Map.of(
      ObjectKind.CONDITIONS, "/xray/api/v1/curation/conditions",
      ObjectKind.CURATION_POLICIES, "/xray/api/v1/curation/policies",
      ObjectKind.POLICIES, "/xray/api/v2/policies",
      ObjectKind.WATCHES, "/xray/api/v2/watches",
      ObjectKind.IGNORE_RULES, "/xray/api/v1/ignore_rules");

  /** What stands behind the path for one object, as the services of the kinds have it. */
  private static final Map<ObjectKind, String> VARIABLES = Map.of(
      ObjectKind.CONDITIONS, "/{condition_id}",
      ObjectKind.CURATION_POLICIES, "/{policy_id}",
      ObjectKind.POLICIES, "/{name}",
      ObjectKind.WATCHES, "/{name}",
      ObjectKind.IGNORE_RULES, "/{id}");

  private static final Map<ObjectKind, WireFields> FIELDS = Map.of(
      ObjectKind.CONDITIONS, ConditionFields.FIELDS,
      ObjectKind.CURATION_POLICIES, CurationPolicyFields.FIELDS,
      ObjectKind.POLICIES, PolicyFields.FIELDS,
      ObjectKind.WATCHES, WatchFields.FIELDS,
      ObjectKind.IGNORE_RULES, IgnoreRuleFields.FIELDS);

  private ObjectKinds() {}

  /** The kind that has this directory in an export. */
  public static Optional<ObjectKind> ofDirectory(String name) {
    return Arrays.stream(ObjectKind.values())
        .filter(kind -> kind.directory().equals(name))
        .findFirst();
  }

  /** The key of an object; an empty project stands for a global object. */
  public static ObjectKey key(ObjectKind kind, String name, String project) {
    ObjectKey key = ObjectKey.of(kind, name);
    return project.isBlank() ? key : key.inProject(project);
  }

  /** The type of the library that reads such an object. */
  public static Class<?> type(ObjectKind kind) {
    return Objects.requireNonNull(TYPES.get(kind));
  }

  /** The path of all objects of the kind. */
  public static String path(ObjectKind kind) {
    return Objects.requireNonNull(PATHS.get(kind));
  }

  /** The template of the path of one object, which takes its name or its id. */
  public static String pathOfOne(ObjectKind kind) {
    return path(kind) + Objects.requireNonNull(VARIABLES.get(kind));
  }

  /** What is known of the fields of such an object. */
  public static WireFields fields(ObjectKind kind) {
    return Objects.requireNonNull(FIELDS.get(kind));
  }

  /** Whether it is Curation's, which knows no projects and gives ids. */
  public static boolean isOfCuration(ObjectKind kind) {
    return kind == ObjectKind.CONDITIONS || kind == ObjectKind.CURATION_POLICIES;
  }

  /** Whether the server addresses it by name; other kinds have ids. */
  public static boolean isNamed(ObjectKind kind) {
    return kind == ObjectKind.POLICIES || kind == ObjectKind.WATCHES;
  }

  /** The member that holds the name; ignore rules have none. */
  public static List<String> nameAt(ObjectKind kind) {
    return kind == ObjectKind.WATCHES ? List.of("general_data", "name") : List.of("name");
  }

  /** The member that holds the project's key. */
  public static List<String> projectAt(ObjectKind kind) {
    return kind == ObjectKind.WATCHES
        ? List.of("general_data", "project_key")
        : List.of("project_key");
  }
}
