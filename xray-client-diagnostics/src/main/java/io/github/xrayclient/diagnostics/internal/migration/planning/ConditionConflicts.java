package io.github.xrayclient.diagnostics.internal.migration.planning;

import io.github.xrayclient.diagnostics.internal.migration.content.Comparison;
import io.github.xrayclient.diagnostics.internal.migration.content.StoredObject;
import io.github.xrayclient.diagnostics.internal.migration.mapping.NameMapping;
import io.github.xrayclient.diagnostics.internal.migration.server.ServerState;
import io.github.xrayclient.diagnostics.migration.ObjectKey;
import io.github.xrayclient.diagnostics.migration.ObjectKind;
import java.util.Map;
import java.util.Optional;

/**
 * Finds conditions that have the same name in the snapshot and on the target, but not the same
 * content.
 */
final class ConditionConflicts {
  private static final String REMEDY =
      "; rename one of the two conditions, or map the name to a new one, or to itself to use the"
          + " target's condition";

  private final Map<ObjectKey, StoredObject> desired;
  private final ServerState target;
  private final NameMapping mapping;

  ConditionConflicts(
      Map<ObjectKey, StoredObject> desired, ServerState target, NameMapping mapping) {
    this.desired = desired;
    this.target = target;
    this.mapping = mapping;
  }

  /** The reason for which a condition of the snapshot is skipped; empty if it is not. */
  Optional<String> ofCondition(String name) {
    return between(name)
        .map(conflict -> "condition \"" + name + "\" is skipped, because it has " + conflict
            + (mapping.namesCondition(name)
                ? "; curation policies use the target's condition, since the mapping names it"
                : REMEDY));
  }

  /**
   * The reason for which a curation policy is skipped: the target's condition of this name has
   * other content. Empty if the policy can use that condition.
   */
  Optional<String> ofPolicy(ObjectKey policy, String condition) {
    return between(condition)
        .filter(conflict -> !mapping.namesCondition(condition))
        .map(conflict -> policy + " is skipped, because its condition \"" + condition + "\" has "
            + conflict + REMEDY);
  }

  /**
   * How the condition differs from the target's condition of the same name; empty if it does not.
   */
  private Optional<String> between(String name) {
    ObjectKey key = ObjectKey.of(ObjectKind.CONDITIONS, name);
    StoredObject wanted = desired.get(key);
    if (wanted == null) {
      return Optional.empty();
    }
    Optional<StoredObject> custom = target.find(key);
    if (custom.isPresent()) {
      return custom
          .filter(stored -> !template(stored).equals(template(wanted)))
          .map(stored ->
              template(wanted) + " in the snapshot and " + template(stored) + " on the target");
    }
    return target
        .builtIn(name)
        .filter(stored -> !isSame(stored, wanted))
        .map(stored -> template(wanted) + " in the snapshot, but on the target it is a built-in"
            + " condition with " + template(stored)
            + (template(stored).equals(template(wanted)) ? " and other values" : ""));
  }

  private static boolean isSame(StoredObject stored, StoredObject wanted) {
    return Comparison.between(ObjectKind.CONDITIONS, stored.sendable(), wanted.sendable())
        .isEmpty();
  }

  private static String template(StoredObject condition) {
    String template = condition.content().path("condition_template_id").asText();
    return template.isEmpty() ? "no template" : "the template " + template;
  }
}
