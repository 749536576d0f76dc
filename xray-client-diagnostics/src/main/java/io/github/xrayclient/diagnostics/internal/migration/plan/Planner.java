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
import io.github.xrayclient.internal.json.UnreadFields;
import io.github.xrayclient.value.FieldChange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Compares the desired objects with those of the target, and makes the steps of the plan. */
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

  /** The steps. An object that others need is created before them, and deleted after them. */
  List<PlannedStep> steps() {
    desired.forEach((key, object) -> {
      Optional<StoredObject> stored = target.find(key);
      if (conditionDiffers(object)) {
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
          "the field fail_pull_request of policies is not copied, because servers accept it but"
              + " never return it; an update of a policy sets it to false");
    }
    deletions();
    return steps;
  }

  /**
   * Whether the target's condition of the same name has other content. A curation policy that used
   * it would block other packages than on the source, so it is skipped.
   */
  private boolean conditionDiffers(StoredObject object) {
    ObjectKey key = object.key();
    String condition = key.kind() == ObjectKind.CONDITIONS ? key.name() : condition(object);
    Optional<String> reason = Optional.empty();
    if (key.kind() == ObjectKind.CONDITIONS) {
      reason = conflicts.ofCondition(condition);
    } else if (key.kind() == ObjectKind.CURATION_POLICIES) {
      reason = conflicts.ofPolicy(key, condition);
    }
    reason.ifPresent(why -> notes.add(PlanNote.Kind.CONDITION_DIFFERS, key, condition, why));
    return reason.isPresent();
  }

  private void create(StoredObject object) {
    ObjectKey key = object.key();
    if (key.kind() == ObjectKind.CONDITIONS && target.builtIn(key.name()).isPresent()) {
      return; // policies use the built-in condition, which has the same content
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
          key + " has the type " + type + " on the target and "
              + object.content().path("type").asText()
              + " in the snapshot; the server may refuse to change the type");
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
              "the update of " + key + " may reset its field " + field
                  + ", which this version of the library does not know and does not send"));
    }
    add(PlanStep.Action.UPDATE, key, stored, changes, body);
  }

  /** An ignore rule cannot be updated, so a new one is created before the old one is deleted. */
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

  /**
   * Adds the id of the condition to the body. Returns false if the name of the condition is
   * unknown.
   */
  private boolean complete(StoredObject policy, ObjectNode body) {
    ObjectKey key = policy.key();
    String name = condition(policy);
    if (name.isEmpty()) {
      notes.add(
          PlanNote.Kind.CONDITION_WITHOUT_NAME,
          key,
          key + " is skipped, because its condition has no name in the snapshot; set the field"
              + " \"condition\" of the policy to the name of the condition");
      return false;
    }
    ObjectKey condition = ObjectKey.of(ObjectKind.CONDITIONS, name);
    Optional<String> id = target.conditionId(name);
    if (id.isEmpty() && !desired.containsKey(condition)) {
      notes.add(
          PlanNote.Kind.CONDITION_MISSING,
          key,
          name,
          key + " needs " + condition
              + ", which neither the snapshot nor the target has; create it on the target and make"
              + " a new plan, or the step will fail");
    } else if (target.find(condition).isPresent()
        && !desired.containsKey(condition)
        && !options.mapping.namesCondition(name)) {
      notes.add(
          PlanNote.Kind.CONDITION_NOT_IN_SNAPSHOT,
          key,
          name,
          key + " will use " + condition
              + " of the target, which is not compared because the snapshot does not contain it;"
              + " check that it has the expected content");
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

  /** Adds notes on the parts of an object that cannot be sent. */
  private void noteUnsent(StoredObject object, Optional<StoredObject> stored) {
    ObjectKey key = object.key();
    for (String path : unread(object)) {
      notes.add(
          PlanNote.Kind.UNREAD_FIELD,
          key,
          path,
          "the value of " + path + " of " + key
              + " has another type than documented, so it is sent as it is in the snapshot, and the"
              + " server may refuse it");
    }
    ObjectNode content = object.content();
    boolean isOff = isOff(content);
    boolean isOffOnTarget =
        stored.map(StoredObject::content).filter(Planner::isOff).isPresent();
    if (isOff && !isOffOnTarget) {
      notes.add(
          PlanNote.Kind.DISABLED_IN_SNAPSHOT,
          key,
          key
              + " is disabled in the snapshot, but the plan does not disable it on the target,"
              + " because only servers disable policies");
    } else if (isOffOnTarget && !isOff) {
      notes.add(
          PlanNote.Kind.DISABLED_ON_TARGET,
          key,
          key
              + " is enabled in the snapshot, but the target has disabled it, usually because it"
              + " covers no repository; enable it again on the target");
    }
    if (ObjectKinds.isNamed(key.kind())) {
      return;
    }
    ObjectNode onTarget = stored.map(StoredObject::content).orElseGet(content::objectNode);
    for (String field : object.unknownFields()) {
      if (!content.get(field).equals(onTarget.get(field))) {
        notes.add(
            PlanNote.Kind.UNKNOWN_FIELD,
            key,
            field,
            "the field " + field + " of " + key
                + " is not copied, because this version of the library does not know it");
      }
    }
  }

  /** The fields that will be sent although they could not be read. */
  private static List<String> unread(StoredObject object) {
    ObjectNode sent = object.sendable().objectNode().setAll(object.sendable());
    if (!ObjectKinds.isNamed(object.key().kind())) {
      sent.put("id", "0").remove("condition"); // sent as an id, and kept by its name
      sent.remove(CurationPolicyFields.WAIVERS); // these have notes of their own
    }
    return UnreadFields.in(sent, ObjectKinds.type(object.key().kind()));
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
        noteOnlyOnTarget(key);
      } else if (user.isPresent()) {
        noteOnlyOnTarget(key);
        notes.add(
            PlanNote.Kind.STILL_NEEDED,
            key,
            user.get().name(),
            key + " is kept although the snapshot does not contain it, because " + user.get()
                + " needs it");
      } else {
        waivers.warnOfLosses(stored);
        add(PlanStep.Action.DELETE, key, stored, List.of(), null);
      }
    });
  }

  private void noteOnlyOnTarget(ObjectKey key) {
    notes.add(
        PlanNote.Kind.OBJECT_ONLY_ON_TARGET, key, key + " is not in the snapshot and is kept");
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
