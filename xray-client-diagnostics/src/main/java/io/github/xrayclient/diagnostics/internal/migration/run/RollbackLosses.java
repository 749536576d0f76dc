package io.github.xrayclient.diagnostics.internal.migration.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.curation.internal.fields.CurationPolicyFields;
import io.github.xrayclient.diagnostics.internal.migration.content.ObjectKinds;
import io.github.xrayclient.diagnostics.internal.migration.content.StoredObject;
import io.github.xrayclient.diagnostics.internal.migration.content.Waivers;
import io.github.xrayclient.diagnostics.migration.PlanStep;
import io.github.xrayclient.diagnostics.migration.StepNote;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds what a rollback cannot restore: fields that this version of the library does not know and
 * so does not send for a new object, and waivers that have such fields.
 */
final class RollbackLosses {

  private final List<StepNote> notes = new ArrayList<>();

  private RollbackLosses() {}

  /**
   * Notes on what the first write deleted, and the second write, which undoes it, does not restore.
   */
  static List<StepNote> between(ObjectWrite write, ObjectWrite undo) {
    RollbackLosses losses = new RollbackLosses();
    if (write.before.isPresent() && !ObjectKinds.isNamed(write.key.kind())) {
      StoredObject before = write.before.get();
      losses.waivers(before.received(), undo.before.map(StoredObject::received));
      if (undo.action == PlanStep.Action.CREATE) {
        losses.fields(before);
      }
    }
    return losses.notes;
  }

  private void waivers(ObjectNode before, Optional<ObjectNode> now) {
    for (String list : CurationPolicyFields.WAIVERS) {
      Map<String, ObjectNode> left =
          Waivers.byId(now.map(object -> object.path(list)).orElse(before.path("")));
      for (JsonNode waiver : before.path(list)) {
        boolean isGone = !left.containsKey(waiver.path("id").asText());
        if (isGone && !Waivers.unknown(waiver).isEmpty()) {
          notes.add(new ReportedNote(
              StepNote.Kind.WAIVER_NOT_RESTORED,
              Waivers.name(waiver),
              "waiver " + Waivers.nameWithUnknown(waiver) + " is not restored, because this"
                  + " version of the library does not know the fields in parentheses"));
        }
      }
    }
  }

  private void fields(StoredObject before) {
    for (String field : before.unknownFields()) {
      if (!before.content().get(field).isNull()) {
        notes.add(new ReportedNote(
            StepNote.Kind.FIELD_NOT_RESTORED,
            field,
            "the field " + field
                + " is not restored, because this version of the library does not know it"));
      }
    }
  }
}
