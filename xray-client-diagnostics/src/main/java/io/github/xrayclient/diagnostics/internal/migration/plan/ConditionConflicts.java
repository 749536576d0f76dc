package io.github.xrayclient.diagnostics.internal.migration.plan;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.diagnostics.internal.migration.content.Comparison;
import io.github.xrayclient.diagnostics.internal.migration.content.PortableContent;
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

  private final Map<ObjectKey, ObjectNode> wanted;
  private final ServerState target;
  private final NameMapping mapping;

  ConditionConflicts(Map<ObjectKey, ObjectNode> wanted, ServerState target, NameMapping mapping) {
    this.wanted = wanted;
    this.target = target;
    this.mapping = mapping;
  }

  /** Why a condition cannot be made so; nothing if it can. */
  Optional<String> ofCondition(String name) {
    return between(name)
        .map(twins -> twins
            + (mapping.meansCondition(name) ? "; policies use that, as the mapping says" : REMEDY));
  }

  /** Why a policy must not use the target's condition of this name; nothing if it may. */
  Optional<String> ofPolicy(String condition) {
    return between(condition)
        .filter(twins -> !mapping.meansCondition(condition))
        .map(twins -> "since its " + twins + ", which is another test" + REMEDY);
  }

  private Optional<String> between(String name) {
    ObjectKey key = ObjectKey.of(ObjectKind.CONDITIONS, name);
    ObjectNode here = wanted.get(key);
    if (here == null) {
      return Optional.empty();
    }
    Optional<ObjectNode> custom = target.find(key).map(StoredObject::content);
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

  private static boolean isSame(ObjectNode there, ObjectNode here) {
    ObjectKind kind = ObjectKind.CONDITIONS;
    return Comparison.between(
            kind, PortableContent.sendable(kind, there), PortableContent.sendable(kind, here))
        .isEmpty();
  }

  private static String template(ObjectNode condition) {
    String template = condition.path("condition_template_id").asText();
    return template.isEmpty() ? "no template" : "the template " + template;
  }
}
