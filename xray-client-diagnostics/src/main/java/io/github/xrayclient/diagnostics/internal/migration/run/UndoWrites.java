package io.github.xrayclient.diagnostics.internal.migration.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.xrayclient.curation.internal.fields.CurationPolicyFields;
import io.github.xrayclient.curation.internal.fields.WaiverFields;
import io.github.xrayclient.diagnostics.internal.migration.content.ObjectKinds;
import io.github.xrayclient.diagnostics.internal.migration.content.StoredObject;
import io.github.xrayclient.diagnostics.internal.migration.content.Waivers;
import io.github.xrayclient.diagnostics.internal.migration.plan.WriteRequests;
import io.github.xrayclient.diagnostics.migration.ObjectKey;
import io.github.xrayclient.diagnostics.migration.ObjectKind;
import io.github.xrayclient.diagnostics.migration.PlanStep;
import io.github.xrayclient.internal.write.TreeDiff;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Makes the writes that undo the steps of a journal. */
final class UndoWrites {
  private final ListedObjects listed;
  private final RestoredContent restored;

  /**
   * @param listed the objects of the server when the rollback began
   */
  UndoWrites(ListedObjects listed, RestoredContent restored) {
    this.listed = listed;
    this.restored = restored;
  }

  /**
   * The write that undoes a step.
   *
   * @param now the object as it is now; empty if there is none
   */
  ObjectWrite of(JournalStep step, Optional<StoredObject> now) {
    ObjectWrite made = step.write();
    PlanStep.Action action = Undo.inverse(made.action);
    String id = now.map(StoredObject::id).orElse("");
    StoredObject before = now.orElse(null);
    if (action == PlanStep.Action.DELETE || made.before.isEmpty()) {
      return new ObjectWrite(action, made.key, id, null, before, List.of());
    }
    ObjectNode body = body(made, made.before.get(), now);
    List<String> known = action == PlanStep.Action.CREATE && !ObjectKinds.isNamed(made.key.kind())
        ? listed.alike(made.key, body).stream().map(StoredObject::id).collect(Collectors.toList())
        : List.of();
    return new ObjectWrite(action, made.key, id, body, before, known);
  }

  /** The body that gives an object its former content. */
  private ObjectNode body(ObjectWrite made, StoredObject before, Optional<StoredObject> now) {
    ObjectKey key = before.key();
    ObjectNode body = WriteRequests.body(key, before.sendable(), now.isEmpty());
    if (key.kind() == ObjectKind.CURATION_POLICIES) {
      String condition = body.path("condition_id").asText();
      body.set("condition_id", TextNode.valueOf(restored.conditionNow(condition)));
      for (String list : CurationPolicyFields.WAIVERS) {
        Map<String, ObjectNode> left =
            Waivers.byId(now.map(stored -> stored.received().path(list)).orElse(body.path("")));
        ArrayNode entries = body.putArray(list);
        for (JsonNode waiver : before.received().path(list)) {
          String id = waiver.path("id").asText();
          if (left.containsKey(id)) {
            entries.addObject().put("id", id);
          } else if (Waivers.unknown(waiver).isEmpty()) {
            entries.add(WaiverFields.sent(waiver));
          }
        }
        now.map(stored -> AddedWaivers.of(made, stored, list))
            .orElse(List.of())
            .forEach(waiver -> entries.addObject().put("id", waiver.path("id").asText()));
      }
      removedFields(before, now)
          .forEach(field -> body.set(field, before.content().get(field)));
    }
    return body;
  }

  /**
   * Unknown fields that the server removed because the migration did not send them. This shows that
   * clients may send them.
   */
  private static List<String> removedFields(StoredObject before, Optional<StoredObject> now) {
    return now.map(StoredObject::received)
        .map(received -> before.unknownFields().stream()
            .filter(field -> TreeDiff.isNothing(received.get(field)))
            .collect(Collectors.toList()))
        .orElse(List.of());
  }
}
