package io.github.xrayclient.diagnostics.internal.migration.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.diagnostics.migration.StepNote;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The record of one step in a journal, or of its undoing. */
public final class JournalStep {
  private final int number;
  private final ObjectWrite write;
  private boolean done;
  private String id = "";
  private String after = "";
  private List<StepNote> differences = List.of();

  JournalStep(int number, ObjectWrite write) {
    this.number = number;
    this.write = write;
  }

  void done(JsonNode line) {
    done = true;
    id = line.path("id").asText();
    after = line.path("after").asText();
    differences = new ArrayList<>();
    line.path("differences")
        .forEach(difference -> differences.add(new ReportedNote(
            StepNote.Kind.FIELD_DIFFERS,
            difference.path("field").textValue(),
            difference.path("text").asText())));
  }

  int number() {
    return number;
  }

  ObjectWrite write() {
    return write;
  }

  /** Whether the write is verified. If not, it is unknown whether it took effect. */
  public boolean isDone() {
    return done;
  }

  /** The name or id of the object after the write; empty if it was deleted. */
  String id() {
    return id;
  }

  /** The fingerprint of the object after the write; empty if it was deleted. */
  Optional<String> after() {
    return after.isEmpty() ? Optional.empty() : Optional.of(after);
  }

  /** A note for each field for which the server stored another value than was sent. */
  List<StepNote> differences() {
    return differences;
  }
}
