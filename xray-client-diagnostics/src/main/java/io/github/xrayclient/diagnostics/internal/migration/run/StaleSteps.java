package io.github.xrayclient.diagnostics.internal.migration.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.xrayclient.diagnostics.internal.migration.content.Comparison;
import io.github.xrayclient.diagnostics.internal.migration.content.LastChange;
import io.github.xrayclient.diagnostics.internal.migration.content.StoredObject;
import io.github.xrayclient.diagnostics.internal.migration.plan.PlanContent;
import io.github.xrayclient.diagnostics.internal.migration.plan.PlannedStep;
import io.github.xrayclient.diagnostics.internal.migration.plan.UsedObject;
import io.github.xrayclient.diagnostics.internal.migration.plan.WriteRequests;
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
 * needs. Other changes on the server do not matter, and neither does what another apply of the same
 * plan did.
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
    changes.addAll(ofUses(plan));
    return changes;
  }

  /**
   * What was changed of the objects that the plan needs and does not change, in words. This also
   * matters if some steps are done, because others may need the same objects.
   */
  List<String> ofUses(PlanContent plan) {
    return plan.uses().stream().flatMap(used -> change(used).stream()).collect(Collectors.toList());
  }

  private Optional<String> change(UsedObject used) {
    Optional<StoredObject> now = target.findWithGlobalPolicies(used.key());
    if (now.isEmpty()) {
      return used.mustNotBlock()
          ? Optional.empty()
          : Optional.of("somebody deleted " + used.key() + ", which " + used.user() + " needs");
    }
    return now.filter(used::isChanged)
        .map(object -> "somebody changed " + used.key()
            + (used.mustNotBlock()
                ? lastChange(object) + " (it blocks downloads now, which the step for "
                    + used.user() + " does not allow for)"
                : ", which " + used.user() + " needs" + lastChange(object)));
  }

  /**
   * How somebody changed the object of a step; empty if it is as it was, or as the step makes it,
   * because another apply of the plan has performed the step.
   */
  private Optional<String> change(PlannedStep step) {
    if (step.object().kind() == ObjectKind.IGNORE_RULES
        && step.action() == PlanStep.Action.CREATE) {
      return Optional.empty(); // there may be any number of equal rules
    }
    Optional<StoredObject> other = otherWithNewName(step, listed);
    if (other.isPresent()) {
      return other.map(now -> created(step, now));
    }
    Optional<StoredObject> existing = step.action() == PlanStep.Action.CREATE
        ? target.find(step.object())
        : listed.find(step.object(), step.id());
    WriteOutcome outcome = WriteOutcome.ofUnsent(
        PlannedWrites.of(step, planned -> conditionId(planned, existing)), listed);
    if (outcome.found != WriteOutcome.Found.CHANGED_BY_OTHERS) {
      return Optional.empty();
    }
    return outcome
        .now
        .map(now -> step.before()
            .map(before -> changed(before.byConditionId(), now))
            .orElseGet(() -> created(step, now)))
        .or(() -> Optional.of("somebody deleted " + step.object()));
  }

  /** Another object that has the name which a step gives to a renamed one. */
  static Optional<StoredObject> otherWithNewName(PlannedStep step, ObjectSource objects) {
    return step.renamedFrom().isPresent()
        ? objects.alike(step.object(), JsonNodeFactory.instance.objectNode()).stream()
            .filter(object -> !object.id().equals(step.id()))
            .findFirst()
        : Optional.empty();
  }

  private static String created(PlannedStep step, StoredObject now) {
    return "somebody created " + step.object() + LastChange.of(now).words();
  }

  /**
   * The id of the condition with this id, or to which the plan refers by its name. Conditions are
   * listed before curation policies. So if another apply is at work, the list of conditions may
   * lack the one that a listed policy has.
   */
  private JsonNode conditionId(JsonNode planned, Optional<StoredObject> policy) {
    String name = WriteRequests.referenced(planned);
    if (name.isEmpty()) {
      return planned;
    }
    Optional<String> ofPolicy = policy
        .map(StoredObject::received)
        .filter(received -> received.path("condition").path("name").asText().equals(name))
        .map(received -> received.path("condition_id").asText());
    return TextNode.valueOf(ofPolicy.or(() -> target.conditionId(name)).orElse(""));
  }

  private static String changed(StoredObject before, StoredObject now) {
    List<FieldChange> fields =
        Comparison.between(now.key().kind(), before.sendable(), now.sendable());
    String what = fields.isEmpty()
        ? "its waivers have other ids"
        : fields.stream().map(FieldChange::toString).collect(Collectors.joining(", "));
    return "somebody changed " + now.key() + lastChange(now) + " (" + what + ")";
  }

  private static String lastChange(StoredObject now) {
    String words = LastChange.of(now).words();
    return words.isEmpty() ? "" : ", last" + words;
  }
}
