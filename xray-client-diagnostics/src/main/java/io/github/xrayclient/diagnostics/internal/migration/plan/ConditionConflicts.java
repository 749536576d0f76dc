package io.github.xrayclient.diagnostics.internal.migration.plan;

import io.github.xrayclient.diagnostics.internal.migration.content.Comparison;
import io.github.xrayclient.diagnostics.internal.migration.content.ServerState;
import io.github.xrayclient.diagnostics.internal.migration.content.StoredObject;
import io.github.xrayclient.diagnostics.migration.ObjectKey;
import io.github.xrayclient.diagnostics.migration.ObjectKind;
import java.util.Map;
import java.util.Optional;

/** Conditions that have one name in a snapshot and on the target, and are not the same test. */
final class ConditionConflicts {
  private static final String REMEDY =
      "; rename one of them, or map it to a new name, or to this one if that is meant";

  private final Map<ObjectKey, StoredObject> desired;
  private final ServerState target;
  private final NameMapping mapping;

  ConditionConflicts(
      Map<ObjectKey, StoredObject> desired, ServerState target, NameMapping mapping) {
    this.desired = desired;
    this.target = target;
    this.mapping = mapping;
  }

  /** Why a condition cannot be made so; nothing if it can. */
  Optional<String> ofCondition(String name) {
    return between(name)
        .map(conflict -> conflict
            + (mapping.meansCondition(name) ? "; policies use that, as the mapping says" : REMEDY));
  }

  /** Why a policy must not use the target's condition of this name; nothing if it may. */
  Optional<String> ofPolicy(String condition) {
    return between(condition)
        .filter(conflict -> !mapping.meansCondition(condition))
        .map(conflict -> "since its " + conflict + ", which is another test" + REMEDY);
  }

  private Optional<String> between(String name) {
    ObjectKey key = ObjectKey.of(ObjectKind.CONDITIONS, name);
    StoredObject here = desired.get(key);
    if (here == null) {
      return Optional.empty();
    }
    Optional<StoredObject> custom = target.find(key);
    if (custom.isPresent()) {
      return custom
          .filter(there -> !template(there).equals(template(here)))
          .map(there -> key + " has " + template(here) + " in the snapshot and " + template(there)
              + " on the target");
    }
    return target
        .builtIn(name)
        .filter(there -> !isSame(there, here))
        .map(there -> key + " has " + template(here) + " in the snapshot, and on the target it is"
            + " built in with " + template(there)
            + (template(there).equals(template(here)) ? " and other values" : ""));
  }

  private static boolean isSame(StoredObject there, StoredObject here) {
    return Comparison.between(ObjectKind.CONDITIONS, there.sendable(), here.sendable())
        .isEmpty();
  }

  private static String template(StoredObject condition) {
    String template = condition.content().path("condition_template_id").asText();
    return template.isEmpty() ? "no template" : "the template " + template;
  }
}
