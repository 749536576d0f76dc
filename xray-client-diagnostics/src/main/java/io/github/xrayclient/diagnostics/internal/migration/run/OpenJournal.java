package io.github.xrayclient.diagnostics.internal.migration.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.diagnostics.internal.migration.content.Disk;
import io.github.xrayclient.diagnostics.internal.migration.content.JsonFile;
import io.github.xrayclient.diagnostics.internal.migration.content.MigrationFailure;
import io.github.xrayclient.diagnostics.internal.migration.plan.PlanContent;
import io.github.xrayclient.diagnostics.internal.migration.plan.PlanFile;
import io.github.xrayclient.diagnostics.migration.StepNote;
import io.github.xrayclient.internal.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A journal that is read, checked and locked, ready for more lines. Each line is on the disk at
 * once.
 */
public final class OpenJournal implements AutoCloseable {
  private static final int SCHEMA = 1;
  private static final String START = "{\"schema\":";

  private final Path file;
  private final JournalFile disk;
  private final JournalLines lines = new JournalLines();
  private final NavigableMap<Integer, JournalStep> steps = new TreeMap<>();
  private final NavigableMap<Integer, JournalStep> undone = new TreeMap<>();
  private JsonNode header = JsonNodeFactory.instance.missingNode();

  private OpenJournal(Path file, JournalFile disk) {
    this.file = file;
    this.disk = disk;
  }

  public static OpenJournal of(Path file, Disk disk) {
    JournalFile opened = JournalFile.open(file, disk);
    OpenJournal journal = new OpenJournal(file, opened);
    try {
      journal.read(opened.bytes());
      return journal;
    } catch (MigrationFailure e) {
      journal.close();
      throw e;
    } catch (IOException e) {
      journal.close();
      throw new MigrationFailure(
          file, "it cannot be read: " + Disk.reason(e) + "; check the file", e);
    }
  }

  private void read(byte[] bytes) throws IOException {
    int number = 0;
    int start = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '\n') {
        read(++number, Arrays.copyOfRange(bytes, start, i));
        start = i + 1;
      }
    }
    byte[] unfinished = Arrays.copyOfRange(bytes, start, bytes.length);
    String text = new String(unfinished, StandardCharsets.UTF_8);
    if (number == 0 && !text.startsWith(START) && !START.startsWith(text)) {
      throw corrupt(1, null); // the file of somebody else, in which nothing may be cut off
    }
    readUnfinished(unfinished, start);
  }

  /**
   * A last line without its line end was being written when the process ended, before its request
   * was sent, and is ignored. If only the line end is missing or damaged, the line may be about a
   * write that was sent all the same. Then the line stays, and the outcome of that write is
   * unknown.
   */
  private void readUnfinished(byte[] unfinished, int start) throws IOException {
    byte[] line = JournalLines.sealed(unfinished);
    if (!isNew() && lines.isNext(line)) {
      JsonNode json = Json.STRICT.readTree(line);
      if (json.path("state").asText().equals("begun") && take(json)) {
        lines.pass(line);
        disk.cut(start + line.length);
        disk.append(new byte[] {'\n'});
        return;
      }
    }
    disk.cut(start);
  }

  private void read(int number, byte[] line) {
    JsonNode json;
    try {
      json = Json.STRICT.readTree(line);
    } catch (IOException e) {
      throw corrupt(number, e);
    }
    if (number == 1 && json.path("schema").asInt() > SCHEMA) {
      JsonFile.checkSchema(
          file, (ObjectNode) json, SCHEMA); // a newer version may seal its lines in another way
    }
    if (!lines.isNext(line)) {
      throw corrupt(number, null);
    }
    lines.pass(line);
    if (number == 1) {
      header = json;
    } else if (!take(json)) {
      throw corrupt(number, null);
    }
  }

  /** Learns from a line; false if it is none of a journal. */
  private boolean take(JsonNode line) {
    int step = line.path("step").asInt();
    NavigableMap<Integer, JournalStep> entries = line.path("undo").asBoolean() ? undone : steps;
    JournalStep known = entries.get(step);
    Optional<ObjectWrite> write = ObjectWrite.read(line);
    switch (line.path("state").asText()) {
      case "begun":
        write.ifPresent(begun -> entries.put(step, new JournalStep(step, begun)));
        return write.isPresent();
      case "done":
        if (known != null) {
          known.done(line);
        }
        return known != null;
      default:
        return line.path("state").asText().equals("failed");
    }
  }

  private MigrationFailure corrupt(int line, @Nullable Throwable cause) {
    return new MigrationFailure(
        file,
        "line " + line + " is no line of a journal, or not as it was written; restore the file",
        cause);
  }

  /** Whether no migration has begun. */
  public boolean isNew() {
    return header.isMissingNode();
  }

  String plan() {
    return header.path("plan").asText();
  }

  public String target() {
    return header.path("target").asText();
  }

  String project() {
    return header.path("project").asText();
  }

  boolean curation() {
    return header.path("curation").asBoolean();
  }

  /** The steps that were begun, by number. */
  public NavigableMap<Integer, JournalStep> steps() {
    return Collections.unmodifiableNavigableMap(steps);
  }

  /** Those of them whose undoing was begun. */
  NavigableMap<Integer, JournalStep> undone() {
    return Collections.unmodifiableNavigableMap(undone);
  }

  public void begin(PlanContent plan) {
    ObjectNode line = JsonNodeFactory.instance.objectNode().put("schema", SCHEMA);
    line.put("plan", PlanFile.hash(plan)).put("target", plan.target());
    if (!plan.project().isEmpty()) {
      line.put("project", plan.project());
    }
    append(line.put("curation", plan.curation()));
    header = line;
  }

  /** Before a write is sent. */
  void begun(int step, boolean undo, ObjectWrite write) {
    append(line(step, undo, "begun").setAll(write.json()));
  }

  /** After it was verified. */
  void done(int step, boolean undo, String id, String after, Collection<StepNote> differences) {
    ObjectNode line = line(step, undo, "done");
    if (!after.isEmpty()) {
      line.put("id", id).put("after", after);
    }
    if (!differences.isEmpty()) {
      ArrayNode list = line.putArray("differences");
      differences.forEach(difference -> list.addObject()
          .put("field", difference.subject().orElse(null))
          .put("text", difference.text()));
    }
    append(line);
  }

  /** After it was refused, or its outcome could not be found out. */
  public void failed(int step, boolean undo, String reason) {
    append(line(step, undo, "failed").put("reason", reason));
  }

  private static ObjectNode line(int step, boolean undo, String state) {
    ObjectNode line = JsonNodeFactory.instance.objectNode().put("step", step);
    return (undo ? line.put("undo", true) : line).put("state", state);
  }

  private void append(ObjectNode line) {
    disk.append(lines.seal(line));
    if (!isNew()) {
      take(line);
    }
  }

  Path file() {
    return file;
  }

  @Override
  public void close() {
    disk.close();
  }
}
