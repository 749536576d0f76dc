package io.github.xrayclient.diagnostics.internal.migration.planning;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.xrayclient.diagnostics.internal.migration.content.StoredObject;
import io.github.xrayclient.diagnostics.internal.migration.mapping.NameMapping;
import io.github.xrayclient.diagnostics.internal.migration.plan.WriteRequests;
import io.github.xrayclient.diagnostics.internal.migration.server.ServerState;
import io.github.xrayclient.diagnostics.migration.ObjectKey;
import io.github.xrayclient.diagnostics.migration.ObjectKind;
import io.github.xrayclient.diagnostics.migration.PlanNote;
import java.util.Optional;
import java.util.SortedMap;

/** Replaces the names of conditions in curation policies by the ids that they have on the target. */
final class PolicyConditions {
  private final SortedMap<ObjectKey, StoredObject> desired;
  private final ServerState target;
  private final NameMapping mapping;
  private final PlanNotes notes;

  PolicyConditions(
      SortedMap<ObjectKey, StoredObject> desired,
      ServerState target,
      NameMapping mapping,
      PlanNotes notes) {
    this.desired = desired;
    this.target = target;
    this.mapping = mapping;
    this.notes = notes;
  }

  /** The name of the condition of a policy; empty if the snapshot does not have it. */
  static String name(StoredObject policy) {
    return policy.content().path("condition").asText();
  }

  /**
   * Adds the id of the condition to the body of a write. Returns false if the name of the condition
   * is unknown.
   */
  boolean add(StoredObject policy, ObjectNode body) {
    ObjectKey key = policy.key();
    String name = name(policy);
    if (name.isEmpty()) {
      notes.add(
          PlanNote.Kind.CONDITION_WITHOUT_NAME,
          key,
          key + " is skipped, because its condition has no name in the snapshot; set the field"
              + " \"condition\" of the policy to the name of the condition");
      return false;
    }
    Optional<String> id = target.conditionId(name);
    noteUncertain(key, name, id.isPresent());
    body.remove("condition");
    if (id.isPresent()) {
      body.set("condition_id", TextNode.valueOf(id.get()));
    } else {
      body.set("condition_id", WriteRequests.reference(name));
    }
    if (!body.hasNonNull("waiver_request_config")) {
      body.put("waiver_request_config", "forbidden");
    }
    return true;
  }

  /** Adds a note if the target has no such condition, or one that is not compared. */
  private void noteUncertain(ObjectKey policy, String name, boolean hasId) {
    ObjectKey condition = ObjectKey.of(ObjectKind.CONDITIONS, name);
    if (!hasId && !desired.containsKey(condition)) {
      notes.add(
          PlanNote.Kind.CONDITION_MISSING,
          policy,
          name,
          policy + " needs " + condition
              + ", which neither the snapshot nor the target has; create it on the target and make"
              + " a new plan, or the step will fail");
    } else if (target.find(condition).isPresent()
        && !desired.containsKey(condition)
        && !mapping.namesCondition(name)) {
      notes.add(
          PlanNote.Kind.CONDITION_NOT_IN_SNAPSHOT,
          policy,
          name,
          policy + " will use " + condition
              + " of the target, which is not compared because the snapshot does not contain it;"
              + " check that it has the expected content");
    }
  }
}
