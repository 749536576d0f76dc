package io.github.xrayclient.diagnostics.internal.migration.planning;

import io.github.xrayclient.diagnostics.internal.migration.plan.PlannedNote;
import io.github.xrayclient.diagnostics.migration.ObjectKey;
import io.github.xrayclient.diagnostics.migration.PlanNote;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Collects the notes about a plan, and hides the credentials of the client in them. */
final class PlanNotes {
  private final UnaryOperator<String> redaction;
  private final List<PlanNote> notes = new ArrayList<>();

  PlanNotes(UnaryOperator<String> redaction) {
    this.redaction = redaction;
  }

  /** Adds a note about an object. */
  void add(PlanNote.Kind kind, ObjectKey object, String text) {
    notes.add(new PlannedNote(kind, object, null, redaction.apply(text)));
  }

  /** Adds a note about a field of an object, or about something that the object needs. */
  void add(PlanNote.Kind kind, ObjectKey object, String subject, String text) {
    notes.add(new PlannedNote(kind, object, redaction.apply(subject), redaction.apply(text)));
  }

  /** Adds a note that is not about a single object. */
  void add(PlanNote.Kind kind, String subject, String text) {
    notes.add(new PlannedNote(kind, null, redaction.apply(subject), redaction.apply(text)));
  }

  List<PlanNote> all() {
    return List.copyOf(notes);
  }
}
