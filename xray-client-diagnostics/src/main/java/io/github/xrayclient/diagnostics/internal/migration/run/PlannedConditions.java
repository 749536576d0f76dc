package io.github.xrayclient.diagnostics.internal.migration.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.diagnostics.internal.migration.plan.PlanContent;
import io.github.xrayclient.diagnostics.internal.migration.plan.PlannedStep;
import io.github.xrayclient.diagnostics.internal.migration.plan.WriteRequests;
import io.github.xrayclient.diagnostics.internal.migration.server.ServerState;
import io.github.xrayclient.diagnostics.migration.ObjectKind;
import io.github.xrayclient.diagnostics.migration.StepNote;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the ids of conditions that a plan creates or updates, so that no policy uses an outdated
 * one.
 */
final class PlannedConditions {
  private final Map<String, PlannedStep> created = new HashMap<>();
  private final Map<String, PlannedStep> updated = new HashMap<>();

  PlannedConditions(PlanContent plan) {
    for (PlannedStep step : plan.steps()) {
      if (step.object().kind() == ObjectKind.CONDITIONS) {
        switch (step.action()) {
          case CREATE:
            created.put(step.object().name(), step);
            break;
          case UPDATE:
            updated.put(step.id(), step);
            break;
          default: // the policies that used the condition were updated or deleted before
        }
      }
    }
  }

  /**
   * The id of the condition that a policy of the plan needs.
   *
   * @throws StepFailure if the condition is missing, or does not have the planned content
   */
  String id(JsonNode planned, OpenJournal journal, ServerState target) {
    String name = WriteRequests.referenced(planned);
    if (!name.isEmpty()) {
      return idOfNew(name, journal, target);
    }
    PlannedStep update = updated.get(planned.asText());
    if (update != null && done(update, journal).isEmpty()) {
      throw new StepFailure(
          StepNote.Kind.CONDITION_NOT_AS_PLANNED,
          "the policy was not sent, because the step that updates its " + update.object()
              + " is not done; see why that step failed, and apply the plan again");
    }
    return planned.asText();
  }

  private String idOfNew(String name, OpenJournal journal, ServerState target) {
    PlannedStep step = created.get(name);
    Optional<JournalStep> made = step == null ? Optional.empty() : done(step, journal);
    if (made.isPresent()) {
      return made.get().id();
    }
    String id = target
        .conditionId(name)
        .orElseThrow(() -> new StepFailure(
            StepNote.Kind.CONDITION_NOT_AS_PLANNED,
            "the policy was not sent, because its condition \"" + name
                + "\" is not on the server; create it there, and apply the plan again"));
    if (step != null && !isAsPlanned(step, target)) {
      throw new StepFailure(
          StepNote.Kind.CONDITION_NOT_AS_PLANNED,
          "the policy was not sent, because somebody created its condition \"" + name
              + "\" with other content than planned; give it the planned content, and apply the"
              + " plan again");
    }
    return id;
  }

  private static boolean isAsPlanned(PlannedStep step, ServerState target) {
    ObjectNode body = (ObjectNode) step.body().orElseThrow();
    ObjectWrite write = new ObjectWrite(step.action(), step.object(), "", body, null, List.of());
    return target
        .find(step.object())
        .filter(stored -> write.differences(stored).isEmpty())
        .isPresent();
  }

  private static Optional<JournalStep> done(PlannedStep step, OpenJournal journal) {
    @Nullable JournalStep recorded = journal.steps().get(step.number());
    return Optional.ofNullable(recorded).filter(JournalStep::isDone);
  }
}
