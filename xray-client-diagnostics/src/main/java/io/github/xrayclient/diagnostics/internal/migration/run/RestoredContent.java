package io.github.xrayclient.diagnostics.internal.migration.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.curation.internal.fields.CurationPolicyFields;
import io.github.xrayclient.curation.internal.fields.WaiverFields;
import io.github.xrayclient.diagnostics.internal.migration.content.Comparison;
import io.github.xrayclient.diagnostics.internal.migration.content.StoredObject;
import io.github.xrayclient.diagnostics.internal.migration.content.Waivers;
import io.github.xrayclient.diagnostics.migration.ObjectKind;
import io.github.xrayclient.diagnostics.migration.PlanStep;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Recognizes what the rollback of another journal restored already. Two applies of one plan record
 * the same steps, and the rollback of either undoes them all.
 */
final class RestoredContent {
  private final OpenJournal journal;
  private final ListedObjects listed;
  private final Map<String, JournalStep> deletedConditions;

  /**
   * @param listed the objects of the server when the rollback began
   */
  RestoredContent(OpenJournal journal, ListedObjects listed) {
    this.journal = journal;
    this.listed = listed;
    this.deletedConditions = journal.steps().values().stream()
        .filter(step -> step.write().key.kind() == ObjectKind.CONDITIONS
            && step.write().action == PlanStep.Action.DELETE)
        .collect(Collectors.toMap(step -> step.write().id, step -> step));
  }

  /**
   * The object in place of the one that a step deleted: with the same content, and created after
   * the deletion.
   *
   * @param alike the objects that could be mistaken for the deleted one
   */
  Optional<StoredObject> replacement(ObjectWrite deletion, List<StoredObject> alike) {
    Set<String> older = olderRules(deletion);
    return deletion.before.flatMap(before -> alike.stream()
        .filter(now -> !older.contains(now.id()) && isAsBefore(before, now))
        .findFirst());
  }

  /** The ids of equal rules that existed before the deletion, or that the plan created. */
  private Set<String> olderRules(ObjectWrite deletion) {
    Set<String> ids = new HashSet<>(deletion.known);
    journal.steps().values().stream()
        .filter(step -> step.write().key.kind() == ObjectKind.IGNORE_RULES)
        .forEach(step -> ids.add(step.id()));
    return ids;
  }

  /** Whether an object has its former content, although its waivers may have new ids. */
  boolean isAsBefore(StoredObject before, StoredObject now) {
    ObjectNode former = before.byConditionId().sendable().deepCopy();
    if (former.has("condition_id")) {
      former.put("condition_id", conditionNow(former.get("condition_id").asText()));
    }
    for (String list : CurationPolicyFields.WAIVERS) {
      if (former.has(list)) {
        former.set(list, restorable(before, now, list));
      }
    }
    return Comparison.between(before.key().kind(), former, now.byConditionId().sendable())
        .isEmpty();
  }

  /** The waivers without those that a rollback cannot create again. */
  private static ArrayNode restorable(StoredObject before, StoredObject now, String list) {
    Set<String> left = Waivers.byId(now.received().path(list)).keySet();
    ArrayNode waivers = before.received().arrayNode();
    for (JsonNode waiver : before.received().path(list)) {
      if (Waivers.unknown(waiver).isEmpty() || left.contains(waiver.path("id").asText())) {
        waivers.add(WaiverFields.sent(waiver));
      }
    }
    return waivers;
  }

  /** The id of a condition. It is a new one if a rollback created the condition again. */
  String conditionNow(String id) {
    return Optional.ofNullable(deletedConditions.get(id))
        .flatMap(step -> journal
            .undone(step)
            .map(JournalStep::id)
            .or(() -> replacement(step.write()).map(StoredObject::id)))
        .orElse(id);
  }

  /** Like {@link #replacement(ObjectWrite, List)}, among the objects when the rollback began. */
  Optional<StoredObject> replacement(ObjectWrite deletion) {
    return deletion.before.flatMap(
        before -> replacement(deletion, listed.alike(deletion.key, before.received())));
  }
}
