package io.github.xrayclient.diagnostics.internal.migration.planning;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.curation.internal.fields.CurationPolicyFields;
import io.github.xrayclient.diagnostics.internal.migration.content.Comparison;
import io.github.xrayclient.diagnostics.internal.migration.content.StoredObject;
import io.github.xrayclient.diagnostics.internal.migration.mapping.NameMapping;
import io.github.xrayclient.diagnostics.internal.migration.plan.EqualRules;
import io.github.xrayclient.diagnostics.internal.migration.plan.PlannedStep;
import io.github.xrayclient.diagnostics.internal.migration.plan.WriteRequests;
import io.github.xrayclient.diagnostics.internal.migration.selection.ObjectUsers;
import io.github.xrayclient.diagnostics.internal.migration.server.ServerState;
import io.github.xrayclient.diagnostics.migration.ObjectKey;
import io.github.xrayclient.diagnostics.migration.ObjectKind;
import io.github.xrayclient.diagnostics.migration.PlanNote;
import io.github.xrayclient.diagnostics.migration.PlanStep;
import io.github.xrayclient.value.FieldChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares the desired objects with those of the target, and makes the steps of the plan. */
final class Planner {
  private final PlanScope scope;
  private final Deletions deletions;
  private final ServerState target;
  private final NameMapping mapping;
  private final PlanNotes notes;
  private final ConditionConflicts conflicts;
  private final PolicyConditions policyConditions;
  private final PolicyWaivers waivers;
  private final UnsentParts unsent;
  private final StagedRollout rollout;
  private final boolean isStaged;
  private final Map<ObjectKey, StoredObject> planned;
  private final ObjectUsers users;
  private final Renames renames;
  private final EqualRules equalRules;
  private final List<PlannedStep> steps = new ArrayList<>();

  /**
   * @param isToBeApplied whether the plan is made to be applied, and not only to compare
   */
  Planner(
      PlanScope scope,
      ServerState target,
      PlanOptions options,
      boolean isToBeApplied,
      PlanNotes notes) {
    // only a staged plan asks what blocks
    TargetBlocking blocking = new TargetBlocking(options.asDryRun ? target : new ServerState());
    boolean holdsBack = options.asDryRun && isToBeApplied;
    Predicate<StoredObject> stays = stored -> holdsBack && blocking.decides(stored);
    this.scope = scope;
    this.planned = new TreeMap<>(scope.desired());
    this.deletions = new Deletions(scope, target, options, stays, notes);
    this.target = target;
    this.mapping = options.mapping;
    this.notes = notes;
    this.conflicts = new ConditionConflicts(scope.all(), target, options.mapping);
    this.policyConditions = new PolicyConditions(scope.all(), target, options.mapping, notes);
    this.waivers =
        new PolicyWaivers(stored -> holdsBack && blocking.blocks(stored), options.waivers, notes);
    this.unsent = new UnsentParts(notes);
    this.rollout = new StagedRollout(blocking, notes);
    this.isStaged = options.asDryRun;
    this.users = new ObjectUsers(target.objects());
    this.renames = new Renames(scope, options, stays, notes);
    this.equalRules = new EqualRules(target);
  }

  /** The steps. An object that others need is created before them, and deleted after them. */
  List<PlannedStep> steps() {
    scope.desired().forEach((key, wanted) -> {
      Optional<StoredObject> stored = target.find(key).or(() -> renames.of(key));
      if (conditionDiffers(wanted)) {
        return;
      }
      StoredObject object = isStaged ? rollout.staged(wanted, stored) : wanted;
      planned.put(key, object);
      if (stored.isEmpty()) {
        create(object);
      } else if (key.kind() == ObjectKind.IGNORE_RULES) {
        replace(stored.get(), object);
      } else {
        update(stored.get(), object);
      }
    });
    scope.neededAndThere().forEach(this::noteDifference);
    if (steps.stream().anyMatch(step -> step.object().kind() == ObjectKind.POLICIES)) {
      notes.add(
          PlanNote.Kind.FIELD_NOT_READABLE,
          "fail_pull_request",
          "the field fail_pull_request of policies is not copied, because servers accept it but"
              + " never return it; an update of a policy sets it to false");
    }
    deletions.of(planned, renames.renamed()).forEach(stored -> {
      waivers.warnOfLosses(stored);
      add(PlanStep.Action.DELETE, stored.key(), stored, List.of(), null);
    });
    return steps;
  }

  /** The objects that the steps create or update, with the content that they get. */
  SortedMap<ObjectKey, StoredObject> changed() {
    SortedMap<ObjectKey, StoredObject> changed = new TreeMap<>(planned);
    changed.keySet().retainAll(steps.stream().map(PlannedStep::object).collect(Collectors.toSet()));
    return changed;
  }

  /**
   * Whether the target's condition of the same name has other content. A curation policy that used
   * it would block other packages than on the source, so it is skipped.
   */
  private boolean conditionDiffers(StoredObject object) {
    ObjectKey key = object.key();
    String condition =
        key.kind() == ObjectKind.CONDITIONS ? key.name() : PolicyConditions.name(object);
    Optional<String> reason = Optional.empty();
    if (key.kind() == ObjectKind.CONDITIONS) {
      reason = conflicts.ofCondition(condition);
    } else if (key.kind() == ObjectKind.CURATION_POLICIES) {
      reason = conflicts.ofPolicy(key, condition);
    }
    reason.ifPresent(why -> notes.add(PlanNote.Kind.CONDITION_DIFFERS, key, condition, why));
    return reason.isPresent();
  }

  /** Notes that an object which is only needed differs on the target, where it is not changed. */
  private void noteDifference(ObjectKey key, ObjectKey user) {
    StoredObject wanted = Objects.requireNonNull(scope.all().get(key));
    String fields = target.find(key).stream()
        .flatMap(
            stored -> Comparison.between(key.kind(), stored.sendable(), wanted.sendable()).stream())
        .map(FieldChange::field)
        .distinct()
        .collect(Collectors.joining(", "));
    boolean isExpected = key.kind() == ObjectKind.CONDITIONS
        && (mapping.namesCondition(key.name())
            || conflicts.ofCondition(key.name()).isPresent());
    if (!fields.isEmpty() && !isExpected) {
      notes.add(
          PlanNote.Kind.NEEDED_OBJECT_DIFFERS,
          key,
          user.name(),
          user + " needs " + key + ", which differs on the target (" + fields
              + ") and is not changed, because it is not selected");
    }
  }

  private void create(StoredObject object) {
    ObjectKey key = object.key();
    if (key.kind() == ObjectKind.CONDITIONS && target.builtIn(key.name()).isPresent()) {
      return; // policies use the built-in condition, which has the same content
    }
    if (isStaged && !rollout.mayCreate(key)) {
      return;
    }
    unsent.noteDifferences(object, Optional.empty());
    ObjectNode body = WriteRequests.body(key, object.sendable(), true);
    if (key.kind() == ObjectKind.CURATION_POLICIES) {
      if (!policyConditions.add(object, body)) {
        return;
      }
      body.setAll(waivers.merge(object, Optional.empty(), body));
      CurationPolicyFields.WAIVERS.forEach(list -> removeEmpty(list, body));
    }
    unsent.noteSent(object);
    add(PlanStep.Action.CREATE, key, null, List.of(), body);
  }

  private static void removeEmpty(String list, ObjectNode body) {
    if (body.path(list).isEmpty()) {
      body.remove(list);
    }
  }

  private void update(StoredObject stored, StoredObject object) {
    if (object.content().equals(stored.content())) {
      return;
    }
    ObjectKey key = object.key();
    unsent.noteDifferences(object, Optional.of(stored));
    ObjectNode sendable = object.sendable().objectNode().setAll(object.sendable());
    ObjectNode merged = key.kind() == ObjectKind.CURATION_POLICIES
        ? waivers.merge(object, Optional.of(stored), sendable)
        : sendable.objectNode();
    List<FieldChange> changes = Comparison.between(key.kind(), stored.sendable(), sendable);
    if (changes.isEmpty()) {
      return;
    }
    ObjectNode body = WriteRequests.body(key, sendable, false).setAll(merged);
    if (key.kind() == ObjectKind.CURATION_POLICIES && !policyConditions.add(object, body)) {
      return;
    }
    unsent.noteSent(object);
    noteType(stored, object);
    unsent.noteUpdate(key, stored);
    if (isStaged) {
      rollout.noteChanges(stored, object, changes);
    }
    add(PlanStep.Action.UPDATE, key, stored, changes, body);
  }

  private void noteType(StoredObject stored, StoredObject object) {
    String there = stored.content().path("type").asText();
    String wanted = object.content().path("type").asText();
    if (!there.equalsIgnoreCase(wanted)) {
      notes.add(
          PlanNote.Kind.POLICY_TYPE_DIFFERS,
          object.key(),
          object.key() + " has the type " + there + " on the target and " + wanted
              + " in the snapshot; the server may refuse to change the type");
    }
  }

  /** An ignore rule cannot be updated, so a new one is created before the old one is deleted. */
  private void replace(StoredObject stored, StoredObject object) {
    if (object.content().equals(stored.content())) {
      return;
    }
    ObjectKey key = object.key();
    unsent.noteDifferences(object, Optional.of(stored));
    List<FieldChange> changes =
        Comparison.between(key.kind(), stored.sendable(), object.sendable());
    if (!changes.isEmpty() && (!isStaged || rollout.mayReplace(stored, object))) {
      unsent.noteSent(object);
      add(PlanStep.Action.CREATE, key, null, changes, object.sendable());
      add(PlanStep.Action.DELETE, key, stored, List.of(), null);
    }
  }

  private void add(
      PlanStep.Action action,
      ObjectKey key,
      @Nullable StoredObject stored,
      List<FieldChange> changes,
      @Nullable ObjectNode body) {
    PlannedStep step = new PlannedStep(steps.size() + 1, action, key, stored, changes, body);
    step = stored == null ? step : step.usedBy(users.of(stored.key()));
    if (body != null) {
      step = step.besideEqualRules(equalRules.of(key, body));
    }
    steps.add(scope.neededBy(key).map(step::neededBy).orElse(step));
  }
}
