package io.github.xrayclient.diagnostics.internal.migration.content;

import io.github.xrayclient.curation.CurationPolicy;
import io.github.xrayclient.curation.condition.Condition;
import io.github.xrayclient.curation.internal.fields.ConditionFields;
import io.github.xrayclient.curation.internal.fields.CurationPolicyFields;
import io.github.xrayclient.diagnostics.migration.ObjectKey;
import io.github.xrayclient.diagnostics.migration.ObjectKind;
import io.github.xrayclient.ignorerule.IgnoreRule;
import io.github.xrayclient.internal.json.ValueReader;
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
import java.util.stream.Collectors;

/** The type, the paths and the fields that the objects of each kind have on servers. */
public final class ObjectKinds {
  private static final Map<ObjectKind, Class<?>> TYPES = Map.of(
      ObjectKind.CONDITIONS, Condition.class,
      ObjectKind.CURATION_POLICIES, CurationPolicy.class,
      ObjectKind.POLICIES, Policy.class,
      ObjectKind.WATCHES, Watch.class,
      ObjectKind.IGNORE_RULES, IgnoreRule.class);

  private static final Map<ObjectKind, ValueReader<?>> READERS = TYPES.entrySet().stream()
      .collect(Collectors.toMap(Map.Entry::getKey, type -> ValueReader.of(type.getValue())));

  private static final Map<ObjectKind, String> PATHS = Map.of(
      ObjectKind.CONDITIONS, "/xray/api/v1/curation/conditions",
      ObjectKind.CURATION_POLICIES, "/xray/api/v1/curation/policies",
      ObjectKind.POLICIES, "/xray/api/v2/policies",
      ObjectKind.WATCHES, "/xray/api/v2/watches",
      ObjectKind.IGNORE_RULES, "/xray/api/v1/ignore_rules");

  /** The part of the path that names one object, spelled as in the services for each kind. */
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

  /** The kind whose objects have this directory in an export; empty if there is none. */
  public static Optional<ObjectKind> ofDirectory(String name) {
    return Arrays.stream(ObjectKind.values())
        .filter(kind -> kind.directory().equals(name))
        .findFirst();
  }

  /** Several objects of a kind in words, as in {@code curation policies}. */
  public static String plural(ObjectKind kind) {
    return kind.directory().replace('-', ' ');
  }

  /** The key of an object. An empty project stands for a global object. */
  public static ObjectKey key(ObjectKind kind, String name, String project) {
    ObjectKey key = ObjectKey.of(kind, name);
    return project.isBlank() ? key : key.inProject(project);
  }

  /** The type of the library into which such an object is read. */
  public static Class<?> type(ObjectKind kind) {
    return Objects.requireNonNull(TYPES.get(kind));
  }

  /** Reads such an object as a value of its type. */
  public static ValueReader<?> reader(ObjectKind kind) {
    return Objects.requireNonNull(READERS.get(kind));
  }

  /** The path to which new objects of the kind are sent, and which lists them. */
  public static String path(ObjectKind kind) {
    return Objects.requireNonNull(PATHS.get(kind));
  }

  /** The template of the path of one object, with a variable for its name or id. */
  public static String pathOfOne(ObjectKind kind) {
    return path(kind) + Objects.requireNonNull(VARIABLES.get(kind));
  }

  /** The table of the fields of such an object. */
  public static WireFields fields(ObjectKind kind) {
    return Objects.requireNonNull(FIELDS.get(kind));
  }

  /** Whether Curation holds these objects. They have ids and belong to no project. */
  public static boolean isOfCuration(ObjectKind kind) {
    return kind == ObjectKind.CONDITIONS || kind == ObjectKind.CURATION_POLICIES;
  }

  /** Whether paths contain the name of an object; for other kinds they contain an id. */
  public static boolean isNamed(ObjectKind kind) {
    return kind == ObjectKind.POLICIES || kind == ObjectKind.WATCHES;
  }

  /** The path of the field with the name. Ignore rules have no such field. */
  public static List<String> nameAt(ObjectKind kind) {
    return kind == ObjectKind.WATCHES ? List.of("general_data", "name") : List.of("name");
  }

  /** The path of the field with the project's key. */
  public static List<String> projectAt(ObjectKind kind) {
    return kind == ObjectKind.WATCHES
        ? List.of("general_data", "project_key")
        : List.of("project_key");
  }
}
