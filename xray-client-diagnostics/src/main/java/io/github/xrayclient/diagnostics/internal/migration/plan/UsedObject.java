package io.github.xrayclient.diagnostics.internal.migration.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.diagnostics.internal.migration.content.StepJson;
import io.github.xrayclient.diagnostics.internal.migration.content.StoredObject;
import io.github.xrayclient.diagnostics.internal.migration.selection.ObjectReferences;
import io.github.xrayclient.diagnostics.internal.migration.server.ServerState;
import io.github.xrayclient.diagnostics.migration.ObjectKey;
import io.github.xrayclient.diagnostics.migration.ObjectKind;
import io.github.xrayclient.diagnostics.migration.PlanStep;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * An object of the target that a step needs, and that no step changes: the condition of a curation
 * policy, or a policy of a watch. A condition decides what its policy blocks, so the plan is only
 * valid for its content; a policy of a watch only has to exist. Immutable.
 */
public final class UsedObject {
  private final ObjectKey key;
  private final ObjectKey user;
  private final String fingerprint;

  private UsedObject(ObjectKey key, ObjectKey user, String fingerprint) {
    this.key = key;
    this.user = user;
    this.fingerprint = fingerprint;
  }

  /** The objects that the steps need, in the order of their keys. */
  public static Collection<UsedObject> of(Collection<PlannedStep> steps, ServerState target) {
    SortedMap<ObjectKey, UsedObject> used = new TreeMap<>();
    Map<String, ObjectKey> conditions = new HashMap<>();
    target.objects().forEach((key, stored) -> {
      if (key.kind() == ObjectKind.CONDITIONS) {
        conditions.put(stored.id(), key);
      }
    });
    for (PlannedStep step : steps) {
      JsonNode body = step.body().orElseGet(JsonNodeFactory.instance::missingNode);
      Optional.ofNullable(conditions.get(body.path("condition_id").asText()))
          .flatMap(target::find)
          .ifPresent(stored -> used.putIfAbsent(
              stored.key(), new UsedObject(stored.key(), step.object(), stored.fingerprint())));
      for (JsonNode policy : body.path("assigned_policies")) {
        ObjectKey named = ObjectKey.of(ObjectKind.POLICIES, policy.path("name").asText());
        ObjectReferences.resolve(step.object(), named, target.objects().keySet())
            .ifPresent(key -> used.putIfAbsent(key, new UsedObject(key, step.object(), "")));
      }
    }
    Set<ObjectKey> changed = steps.stream().map(PlanStep::object).collect(Collectors.toSet());
    used.keySet().removeAll(changed);
    return used.values();
  }

  public ObjectKey key() {
    return key;
  }

  /** One of the objects that need it. */
  public ObjectKey user() {
    return user;
  }

  /** Whether the object has changed in a way that matters for the plan. */
  public boolean isChanged(StoredObject now) {
    return !fingerprint.isEmpty() && !fingerprint.equals(now.fingerprint());
  }

  ObjectNode toJson() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.set("object", key.toJson());
    json.set("neededBy", user.toJson());
    return fingerprint.isEmpty() ? json : json.put("fingerprint", fingerprint);
  }

  static Optional<UsedObject> read(JsonNode json) {
    return StepJson.key(json.path("object"))
        .flatMap(key -> StepJson.key(json.path("neededBy"))
            .map(user -> new UsedObject(key, user, json.path("fingerprint").asText())));
  }
}
