package io.github.xrayclient.diagnostics.internal.migration.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.diagnostics.internal.migration.content.StoredObject;
import io.github.xrayclient.diagnostics.internal.migration.plan.PlanContent;
import io.github.xrayclient.diagnostics.internal.migration.plan.PlannedStep;
import io.github.xrayclient.diagnostics.migration.ObjectKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes the writes of the steps of a plan that were not begun. */
final class PlannedWrites {
  private final OpenJournal journal;
  private final ListedObjects listed;
  private final Map<List<Object>, List<PlannedStep>> rules;

  /**
   * @param listed the objects of the server when the apply began
   */
  PlannedWrites(PlanContent plan, OpenJournal journal, ListedObjects listed) {
    this.journal = journal;
    this.listed = listed;
    this.rules = plan.steps().stream()
        .filter(step -> step.object().kind() == ObjectKind.IGNORE_RULES)
        .collect(Collectors.groupingBy(PlannedWrites::likeness));
  }

  /**
   * The write of a step, with the object as it was when the plan was made.
   *
   * @param conditionId gives the id of a condition to which the plan refers
   */
  static ObjectWrite of(PlannedStep step, UnaryOperator<JsonNode> conditionId) {
    @Nullable ObjectNode body = (ObjectNode) step.body().orElse(null);
    if (body != null && body.has("condition_id")) {
      body.set("condition_id", conditionId.apply(body.get("condition_id")));
    }
    return new ObjectWrite(
        step.action(),
        step.object(),
        step.id(),
        body,
        step.before().map(StoredObject::byConditionId).orElse(null),
        step.equalRules());
  }

  /**
   * The write as it is sent and journaled.
   *
   * @param now the object as it is now; empty if there is none
   */
  ObjectWrite sent(PlannedStep step, ObjectWrite write, Optional<StoredObject> now) {
    boolean isRule = write.key.kind() == ObjectKind.IGNORE_RULES;
    return new ObjectWrite(
        write.action,
        write.key,
        write.id,
        write.body,
        now.orElse(null),
        isRule ? List.copyOf(equalRules(step)) : List.of());
  }

  /**
   * The ids of ignore rules that another apply of the plan cannot have created for this step: those
   * that existed when the plan was made, and those of other steps.
   */
  List<String> othersRules(PlannedStep step) {
    Set<String> ids = new TreeSet<>(step.equalRules());
    for (PlannedStep other : rules.getOrDefault(likeness(step), List.of())) {
      JournalStep made = journal.steps().get(other.number());
      if (other.number() != step.number() && made != null) {
        ids.addAll(List.of(made.id(), made.created()));
      }
    }
    return List.copyOf(ids);
  }

  /** The ids of all ignore rules that could be mistaken for the new one. */
  private Set<String> equalRules(PlannedStep step) {
    Set<String> ids = new TreeSet<>(othersRules(step));
    listed.alike(step.object(), content(step)).forEach(rule -> ids.add(rule.id()));
    return ids;
  }

  private static List<Object> likeness(PlannedStep step) {
    return ListedObjects.likeness(step.object(), content(step));
  }

  private static ObjectNode content(PlannedStep step) {
    return (ObjectNode) step.body().or(step::current).orElseThrow(IllegalStateException::new);
  }
}
