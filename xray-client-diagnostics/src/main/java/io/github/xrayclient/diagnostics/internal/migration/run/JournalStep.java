package io.github.xrayclient.diagnostics.internal.migration.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.diagnostics.migration.PlanStep;
import io.github.xrayclient.diagnostics.migration.StepNote;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The record of one step in a journal, or of its undoing. */
public final class JournalStep {
  private final int number;
  private ObjectWrite write;
  private boolean done;
  private String created = "";
  private final Set<String> mayHaveCreated = new HashSet<>();
  private String id = "";
  private String after = "";
  private List<StepNote> differences = List.of();

  JournalStep(int number, ObjectWrite write) {
    this.number = number;
    this.write = write;
  }

  /** A step that was not sent, because its effect was there already. */
  static JournalStep adopted(int number, ObjectWrite write, JsonNode line) {
    JournalStep step = new JournalStep(number, write);
    step.done(line);
    return step;
  }

  /** Adds the fields of a line about a new object. */
  static ObjectNode created(ObjectNode line, String id, Collection<String> others) {
    if (!others.isEmpty()) {
      others.forEach(line.putArray("others")::add);
    }
    return line.put("id", id);
  }

  /** Adds the fields of a line about a write that is verified. */
  static ObjectNode end(
      ObjectNode line, String id, String after, Collection<StepNote> differences) {
    if (!after.isEmpty()) {
      line.put("id", id).put("after", after);
    }
    if (!differences.isEmpty()) {
      ArrayNode list = line.putArray("differences");
      differences.forEach(difference -> list.addObject()
          .put("field", difference.subject().orElse(null))
          .put("text", difference.text()));
    }
    return line;
  }

  /** Takes over what a further line of the journal says about the step. */
  void take(JsonNode line) {
    switch (line.path("state").asText()) {
      case "created":
        created = line.path("id").asText();
        mayHaveCreated.add(created);
        line.path("others").forEach(other -> mayHaveCreated.add(other.asText()));
        break;
      case "done":
        done(line);
        break;
      default: // a twin: whether it was deleted is looked up on the server
    }
  }

  private void done(JsonNode line) {
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

  /**
   * Forgets the object that a finished rollback deleted. It is in the journal, and a large rollback
   * would otherwise hold all of these objects in memory.
   */
  void forgetDeleted() {
    if (done && write.action == PlanStep.Action.DELETE) {
      write = write.withoutBackup();
    }
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

  /**
   * The id that the server gave to the object that this step created, even if that object was
   * deleted since because of a twin; empty if it is not known, or the object has a name instead.
   */
  String created() {
    return created;
  }

  /** The ids of objects of which this step created one, and somebody else may have the others. */
  Set<String> mayHaveCreated() {
    return Collections.unmodifiableSet(mayHaveCreated);
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
