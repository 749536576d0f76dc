package io.github.xrayclient.diagnostics.internal.migration.run;

import io.github.xrayclient.diagnostics.internal.migration.content.Comparison;
import io.github.xrayclient.diagnostics.internal.migration.content.LastChange;
import io.github.xrayclient.diagnostics.internal.migration.content.StoredObject;
import io.github.xrayclient.diagnostics.internal.migration.plan.PlanContent;
import io.github.xrayclient.diagnostics.internal.migration.plan.PlannedStep;
import io.github.xrayclient.diagnostics.internal.migration.plan.UsedObject;
import io.github.xrayclient.diagnostics.internal.migration.server.ServerState;
import io.github.xrayclient.diagnostics.migration.ObjectKind;
import io.github.xrayclient.diagnostics.migration.PlanStep;
import io.github.xrayclient.value.FieldChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Finds what somebody changed after a plan was made, among the objects that the plan changes or
 * needs. Other changes on the server do not matter.
 */
final class StaleSteps {
  private final ServerState target;
  private final ListedObjects listed;

  StaleSteps(ServerState target, ListedObjects listed) {
    this.target = target;
    this.listed = listed;
  }

  /** What was changed, in words; empty if the plan can be applied. */
  List<String> of(PlanContent plan) {
    List<String> changes = new ArrayList<>();
    plan.steps().forEach(step -> change(step).ifPresent(changes::add));
    for (UsedObject used : plan.uses()) {
      Optional<StoredObject> now = target.find(used.key());
      if (now.isEmpty()) {
        changes.add("somebody deleted " + used.key() + ", which " + used.user() + " needs");
      } else if (used.isChanged(now.get())) {
        changes.add("somebody changed " + used.key() + ", which " + used.user() + " needs,"
            + LastChange.of(now.get()).words());
      }
    }
    return changes;
  }

  /** How somebody changed the object of a step; empty if it is as it was. */
  private Optional<String> change(PlannedStep step) {
    if (step.action() == PlanStep.Action.CREATE) {
      return step.object().kind()
              == ObjectKind.IGNORE_RULES // there may be any number of equal rules
          ? Optional.empty()
          : target
              .find(step.object())
              .map(now ->
                  "somebody created " + step.object() + LastChange.of(now).words());
    }
    Optional<StoredObject> now = listed.find(step.object(), step.id());
    return now.isEmpty()
        ? Optional.of("somebody deleted " + step.object())
        : step.before().flatMap(before -> change(before.byConditionId(), now.get()));
  }

  private static Optional<String> change(StoredObject before, StoredObject now) {
    if (before.fingerprint().equals(now.fingerprint())) {
      return Optional.empty();
    }
    List<FieldChange> fields =
        Comparison.between(now.key().kind(), before.sendable(), now.sendable());
    String what = fields.isEmpty()
        ? "its waivers have other ids"
        : fields.stream().map(FieldChange::toString).collect(Collectors.joining(", "));
    return Optional.of(
        "somebody changed " + now.key() + LastChange.of(now).words() + " (" + what + ")");
  }
}
