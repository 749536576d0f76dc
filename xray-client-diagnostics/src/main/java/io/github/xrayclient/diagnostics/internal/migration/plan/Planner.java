package io.github.xrayclient.diagnostics.internal.migration.plan;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.xrayclient.curation.internal.fields.CurationPolicyFields;
import io.github.xrayclient.diagnostics.internal.migration.content.Comparison;
import io.github.xrayclient.diagnostics.internal.migration.content.ObjectKinds;
import io.github.xrayclient.diagnostics.internal.migration.content.ServerState;
import io.github.xrayclient.diagnostics.internal.migration.content.StoredObject;
import io.github.xrayclient.diagnostics.migration.ObjectKey;
import io.github.xrayclient.diagnostics.migration.ObjectKind;
import io.github.xrayclient.diagnostics.migration.PlanNote;
import io.github.xrayclient.diagnostics.migration.PlanStep;
import io.github.xrayclient.value.FieldChange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Finds the steps that lead from the state of the target to the desired one. */
final class Planner {
  private final SortedMap<ObjectKey, StoredObject> desired;
  private final ServerState target;
  private final PlanOptions options;
  private final PlanNotes notes;
  private final ConditionConflicts conflicts;
  private final PolicyWaivers waivers;
  private final List<PlannedStep> steps = new ArrayList<>();

  Planner(
      SortedMap<ObjectKey, StoredObject> desired,
      ServerState target,
      PlanOptions options,
      PlanNotes notes) {
    this.desired = desired;
    this.target = target;
    this.options = options;
    this.notes = notes;
    this.conflicts = new ConditionConflicts(desired, target, options.mapping);
    this.waivers = new PolicyWaivers(options.exactWaivers, notes);
  }

  /** What others need comes first when it is made, and last when it is deleted. */
  List<PlannedStep> steps() {
    desired.forEach((key, object) -> {
      Optional<StoredObject> stored = target.find(key);
      if (isAnotherTest(object)) {
        return;
      }
      if (stored.isEmpty()) {
        create(object);
      } else if (key.kind() == ObjectKind.IGNORE_RULES) {
        replace(stored.get(), object);
      } else {
        update(stored.get(), object);
      }
    });
    if (steps.stream().anyMatch(step -> step.object().kind() == ObjectKind.POLICIES)) {
      notes.add(
          PlanNote.Kind.FIELD_NOT_READABLE,
          "fail_pull_request",
          "fail_pull_request of policies, which servers accept but never return; an update"
              + " switches it off");
    }
    deletions();
    return steps;
  }

  /** A policy that referred to another test would silently mean something else. */
  private boolean isAnotherTest(StoredObject object) {
    ObjectKey key = object.key();
    String condition = key.kind() == ObjectKind.CONDITIONS ? key.name() : condition(object);
    Optional<String> reason = Optional.empty();
    if (key.kind() == ObjectKind.CONDITIONS) {
      reason = conflicts.ofCondition(condition);
    } else if (key.kind() == ObjectKind.CURATION_POLICIES) {
      reason = conflicts.ofPolicy(condition).map(why -> key + ", " + why);
    }
    reason.ifPresent(why -> notes.add(PlanNote.Kind.CONDITION_DIFFERS, key, condition, why));
    return reason.isPresent();
  }

  private void create(StoredObject object) {
    ObjectKey key = object.key();
    if (key.kind() == ObjectKind.CONDITIONS && target.builtIn(key.name()).isPresent()) {
      return; // the same test, which policies find by its name
    }
    noteUnsent(object, Optional.empty());
    ObjectNode body = WriteRequests.body(key, object.sendable(), true);
    if (key.kind() == ObjectKind.CURATION_POLICIES) {
      if (!complete(object, body)) {
        return;
      }
      body.setAll(waivers.merge(object, Optional.empty(), body));
      CurationPolicyFields.WAIVERS.forEach(list -> removeEmpty(list, body));
    }
    add(PlanStep.Action.CREATE, key, null, List.of(), body);
  }

  private static void removeEmpty(String list, ObjectNode body) {
    if (body.path(list).isEmpty()) {
      body.remove(list);
    }
  }

  private void update(StoredObject stored, StoredObject object) {
    ObjectKey key = object.key();
    noteUnsent(object, Optional.of(stored));
    String type = stored.content().path("type").asText();
    if (!type.equalsIgnoreCase(object.content().path("type").asText())) {
      notes.add(
          PlanNote.Kind.POLICY_TYPE_DIFFERS,
          key,
          key + " is of type " + type + " on the target, which servers may not change");
    }
    ObjectNode sendable = object.sendable().objectNode().setAll(object.sendable());
    ObjectNode merged = key.kind() == ObjectKind.CURATION_POLICIES
        ? waivers.merge(object, Optional.of(stored), sendable)
        : sendable.objectNode();
    List<FieldChange> changes = Comparison.between(key.kind(), stored.sendable(), sendable);
    if (changes.isEmpty()) {
      return;
    }
    ObjectNode body = WriteRequests.body(key, sendable, false).setAll(merged);
    if (key.kind() == ObjectKind.CURATION_POLICIES && !complete(object, body)) {
      return;
    }
    if (key.kind() == ObjectKind.CURATION_POLICIES) {
      stored
          .unknownFields()
          .forEach(field -> notes.add(
              PlanNote.Kind.FIELD_MAY_BE_RESET,
              key,
              field,
              "the update may reset the field " + field + " that " + key + " has on the target"
                  + PolicyWaivers.UNKNOWN));
    }
    add(PlanStep.Action.UPDATE, key, stored, changes, body);
  }

  /** An ignore rule cannot be changed; the new one comes before the old one goes. */
  private void replace(StoredObject stored, StoredObject object) {
    ObjectKey key = object.key();
    noteUnsent(object, Optional.of(stored));
    List<FieldChange> changes =
        Comparison.between(key.kind(), stored.sendable(), object.sendable());
    if (!changes.isEmpty()) {
      add(PlanStep.Action.CREATE, key, null, changes, object.sendable());
      add(PlanStep.Action.DELETE, key, stored, List.of(), null);
    }
  }

  private static String condition(StoredObject policy) {
    return policy.content().path("condition").asText();
  }

  /** Puts the id of the condition in; false if nothing can stand for it. */
  private boolean complete(StoredObject policy, ObjectNode body) {
    ObjectKey key = policy.key();
    String name = condition(policy);
    if (name.isEmpty()) {
      notes.add(
          PlanNote.Kind.CONDITION_WITHOUT_NAME,
          key,
          key + ", whose condition has no name in the snapshot; name it there");
      return false;
    }
    ObjectKey condition = ObjectKey.of(ObjectKind.CONDITIONS, name);
    Optional<String> id = target.conditionId(name);
    if (id.isEmpty() && !desired.containsKey(condition)) {
      notes.add(
          PlanNote.Kind.CONDITION_MISSING,
          key,
          name,
          key + " needs the " + condition
              + ", which the target does not have; make it there, or the step will fail");
    } else if (target.find(condition).isPresent()
        && !desired.containsKey(condition)
        && !options.mapping.meansCondition(name)) {
      notes.add(
          PlanNote.Kind.CONDITION_NOT_IN_SNAPSHOT,
          key,
          name,
          key + " uses the " + condition
              + " of the target, which the snapshot does not hold; see that it tests the same");
    }
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

  /** Tells of what the snapshot has and no request can hold. */
  private void noteUnsent(StoredObject object, Optional<StoredObject> stored) {
    ObjectKey key = object.key();
    ObjectNode content = object.content();
    boolean offHere = isOff(content);
    boolean offThere = stored.filter(there -> isOff(there.content())).isPresent();
    if (offHere && !offThere) {
      notes.add(
          PlanNote.Kind.DISABLED_IN_SNAPSHOT,
          key,
          key + " is disabled in the snapshot, which only servers do by themselves");
    } else if (offThere && !offHere) {
      notes.add(
          PlanNote.Kind.DISABLED_ON_TARGET,
          key,
          key + " was disabled by the target, because it covers nothing; reenable it");
    }
    if (ObjectKinds.isNamed(key.kind())) {
      return;
    }
    ObjectNode there = stored.map(StoredObject::content).orElseGet(content::objectNode);
    for (String field : object.unknownFields()) {
      if (!content.get(field).equals(there.get(field))) {
        notes.add(
            PlanNote.Kind.UNKNOWN_FIELD,
            key,
            field,
            "the field " + field + " of " + key + PolicyWaivers.UNKNOWN);
      }
    }
  }

  private static boolean isOff(ObjectNode content) {
    return content.path("enabled").isBoolean() && !content.path("enabled").asBoolean();
  }

  private void deletions() {
    SortedMap<ObjectKey, StoredObject> surplus = new TreeMap<>(Comparator.reverseOrder());
    surplus.putAll(target.objects());
    surplus.keySet().removeAll(desired.keySet());
    NeededObjects needed = NeededObjects.of(desired, target);
    surplus.forEach((key, stored) -> {
      Optional<ObjectKey> user = needed.userOf(key);
      if (!options.prune) {
        notes.add(PlanNote.Kind.OBJECT_ONLY_ON_TARGET, key, key.toString());
      } else if (user.isPresent()) {
        notes.add(PlanNote.Kind.OBJECT_ONLY_ON_TARGET, key, key.toString());
        notes.add(
            PlanNote.Kind.STILL_NEEDED,
            key,
            user.get().name(),
            key + " is not in the snapshot, but " + user.get()
                + " of the snapshot needs it; it is kept");
      } else {
        waivers.warnOfLosses(stored);
        add(PlanStep.Action.DELETE, key, stored, List.of(), null);
      }
    });
  }

  private void add(
      PlanStep.Action action,
      ObjectKey key,
      @Nullable StoredObject stored,
      List<FieldChange> changes,
      @Nullable ObjectNode body) {
    String id = stored == null ? "" : stored.id();
    String before = stored == null ? "" : stored.fingerprint();
    steps.add(new PlannedStep(steps.size() + 1, action, key, id, before, changes, body));
  }
}
