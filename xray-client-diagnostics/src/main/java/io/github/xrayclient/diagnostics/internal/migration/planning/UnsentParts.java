package io.github.xrayclient.diagnostics.internal.migration.planning;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.curation.internal.fields.CurationPolicyFields;
import io.github.xrayclient.diagnostics.internal.migration.check.ContentCheck;
import io.github.xrayclient.diagnostics.internal.migration.content.ObjectKinds;
import io.github.xrayclient.diagnostics.internal.migration.content.StoredObject;
import io.github.xrayclient.diagnostics.migration.ObjectKey;
import io.github.xrayclient.diagnostics.migration.PlanNote;
import io.github.xrayclient.diagnostics.migration.SnapshotFinding;
import io.github.xrayclient.internal.json.UnreadFields;
import java.util.List;
import java.util.Optional;

/** Notes the parts of objects that a plan cannot send, or sends without having understood them. */
final class UnsentParts {
  private final PlanNotes notes;

  UnsentParts(PlanNotes notes) {
    this.notes = notes;
  }

  /**
   * Adds the notes on what an update may reset because it does not contain it.
   *
   * @param key the key that the object has after the update
   */
  void noteUpdate(ObjectKey key, StoredObject stored) {
    if (ObjectKinds.isNamed(key.kind())) {
      return; // updates of these contain all fields
    }
    stored
        .unknownFields()
        .forEach(field -> notes.add(
            PlanNote.Kind.FIELD_MAY_BE_RESET,
            key,
            field,
            "the update of " + key + " may reset its field " + field
                + ", which this version of the library does not know and does not send"));
  }

  /**
   * Adds the notes on the parts of an object that differ and that no step can send.
   *
   * @param stored the object of the target; empty if there is none
   */
  void noteDifferences(StoredObject object, Optional<StoredObject> stored) {
    noteDisabled(object, stored);
    if (!ObjectKinds.isNamed(object.key().kind())) {
      noteUnknown(object, stored);
    }
  }

  /** Adds the notes on the parts of an object that a step sends without having understood them. */
  void noteSent(StoredObject object) {
    noteUnread(object);
    noteRefused(object);
  }

  private void noteUnread(StoredObject object) {
    ObjectKey key = object.key();
    for (String path : unread(object)) {
      notes.add(
          PlanNote.Kind.UNREAD_FIELD,
          key,
          path,
          "the value of " + path + " of " + key
              + " has another type than documented, so it is sent as it is, and the server may"
              + " refuse it");
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

  /** Names of fields can be misspelled in files only. */
  private void noteRefused(StoredObject object) {
    for (SnapshotFinding finding : ContentCheck.of(object)) {
      boolean isTyping = finding.kind() == SnapshotFinding.Kind.MISSPELLED_FIELD;
      if (finding.kind() != SnapshotFinding.Kind.WRONG_TYPE
          && (!isTyping || object.files().isPresent())) {
        notes.add(
            PlanNote.Kind.MAY_BE_REFUSED,
            object.key(),
            finding.field(),
            finding.text() + " (the plan sends it as it is)");
      }
    }
  }

  private void noteDisabled(StoredObject object, Optional<StoredObject> stored) {
    ObjectKey key = object.key();
    boolean isOff = isOff(object.content());
    boolean isOffOnTarget =
        stored.map(StoredObject::content).filter(UnsentParts::isOff).isPresent();
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
  }

  /** Whether a curation policy is disabled. */
  static boolean isOff(ObjectNode content) {
    return content.path("enabled").isBoolean() && !content.path("enabled").asBoolean();
  }

  private void noteUnknown(StoredObject object, Optional<StoredObject> stored) {
    ObjectKey key = object.key();
    ObjectNode content = object.content();
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
}
