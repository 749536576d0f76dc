package io.github.xrayclient.diagnostics.internal.migration.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.diagnostics.migration.StepNote;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a journal says of one step, or of undoing it. */
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

  /** Whether it was verified; otherwise nobody knows whether it was made. */
  public boolean isDone() {
    return done;
  }

  /** What the server calls the object after it; empty for one that was deleted. */
  String id() {
    return id;
  }

  /** The fingerprint of the object after it; nothing for one that was deleted. */
  Optional<String> after() {
    return after.isEmpty() ? Optional.empty() : Optional.of(after);
  }

  /** In which fields the object was not as it should be. */
  List<StepNote> differences() {
    return differences;
  }
}
