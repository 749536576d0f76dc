package io.github.xrayclient.diagnostics.internal.migration.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.diagnostics.internal.migration.content.FileOperations;
import io.github.xrayclient.diagnostics.internal.migration.content.JsonFile;
import io.github.xrayclient.diagnostics.internal.migration.content.MigrationFailure;
import io.github.xrayclient.diagnostics.internal.migration.plan.PlanContent;
import io.github.xrayclient.diagnostics.internal.migration.plan.PlanFile;
import io.github.xrayclient.diagnostics.migration.StepNote;
import io.github.xrayclient.internal.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A journal that was read, checked and locked. New lines are written to the storage device at once.
 */
public final class OpenJournal implements AutoCloseable {
  private static final String START = "{\"schema\":";

  private final Path file;
  private final Clock clock;
  private final JournalFile journalFile;
  private final JournalLines lines = new JournalLines();
  private final NavigableMap<Integer, JournalStep> steps = new TreeMap<>();
  private final NavigableMap<Integer, JournalStep> undone = new TreeMap<>();
  private final Set<Integer> leftAlone = new HashSet<>();
  private JournalHead head = JournalHead.NONE;

  private OpenJournal(Path file, Clock clock, JournalFile journalFile) {
    this.file = file;
    this.clock = clock;
    this.journalFile = journalFile;
  }

  /**
   * Opens, locks and reads a journal.
   *
   * @param clock tells the time of each new line
   */
  public static OpenJournal of(Path file, FileOperations operations, Clock clock) {
    JournalFile opened = JournalFile.open(file, operations);
    OpenJournal journal = new OpenJournal(file, clock, opened);
    try {
      journal.read(opened.bytes());
      return journal;
    } catch (MigrationFailure e) {
      journal.close();
      throw e;
    } catch (IOException e) {
      journal.close();
      throw new MigrationFailure(
          file, "it cannot be read: " + FileOperations.reason(e) + "; check its permissions", e);
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
      throw corrupt(1, null); // probably not a journal, so nothing in it may be cut off
    }
    readUnfinished(unfinished, start);
  }

  /**
   * Handles a last line without a line end. The process ended while it wrote the line, so it did
   * not send the request, and the line is cut off. But if the line is complete up to its hash, only
   * the line end may have been lost and the request may have been sent. Then the line is kept, and
   * the outcome of its write is unknown.
   */
  private void readUnfinished(byte[] unfinished, int start) throws IOException {
    byte[] line = JournalLines.upToHash(unfinished);
    if (!isNew() && lines.isNext(line)) {
      JsonNode json = Json.STRICT.readTree(line);
      if (json.path("state").asText().equals("begun") && take(json)) {
        lines.accept(line);
        journalFile.cut(start + line.length);
        journalFile.append(new byte[] {'\n'});
        return;
      }
    }
    journalFile.cut(start);
  }

  private void read(int number, byte[] line) {
    JsonNode json;
    try {
      json = Json.STRICT.readTree(line);
    } catch (IOException e) {
      throw corrupt(number, e);
    }
    if (number == 1 && json.path("schema").asInt() > JournalHead.SCHEMA) {
      JsonFile.checkSchema(
          file,
          (ObjectNode) json,
          JournalHead.SCHEMA); // a newer version may compute the hashes in another way
    }
    if (!lines.isNext(line)) {
      throw corrupt(number, null);
    }
    lines.accept(line);
    if (number == 1) {
      head = new JournalHead(json);
    } else if (!take(json)) {
      throw corrupt(number, null);
    }
  }

  /** Records the step in a line. Returns false if no migration writes such a line. */
  private boolean take(JsonNode line) {
    int step = line.path("step").asInt();
    NavigableMap<Integer, JournalStep> entries = line.path("undo").asBoolean() ? undone : steps;
    JournalStep known = entries.get(step);
    Optional<ObjectWrite> write = ObjectWrite.read(line);
    switch (line.path("state").asText()) {
      case "begun":
        write.ifPresent(begun -> entries.put(step, new JournalStep(step, begun)));
        return write.isPresent();
      case "adopted":
        write.ifPresent(made -> entries.put(step, JournalStep.adopted(step, made, line)));
        return write.isPresent();
      case "created":
      case "twin":
      case "done":
        if (known != null) {
          known.take(line);
        }
        if (known != null && line.path("undo").asBoolean()) {
          known.forgetDeleted();
        }
        return known != null;
      case "left":
        leftAlone.add(step);
        return line.path("undo").asBoolean();
      default:
        return line.path("state").asText().equals("failed");
    }
  }

  private MigrationFailure corrupt(int line, @Nullable Throwable cause) {
    return new MigrationFailure(
        file,
        "line " + line + " is damaged, or this is not a journal; restore the file, or name another",
        cause);
  }

  /** Whether the journal is empty, so that no migration has begun. */
  public boolean isNew() {
    return head.isMissing();
  }

  public String target() {
    return head.target();
  }

  JournalHead head() {
    return head;
  }

  /** The steps that were begun, by their numbers. */
  public NavigableMap<Integer, JournalStep> steps() {
    return Collections.unmodifiableNavigableMap(steps);
  }

  /** The steps whose undoing was begun, by their numbers. */
  NavigableMap<Integer, JournalStep> undone() {
    return Collections.unmodifiableNavigableMap(undone);
  }

  /** The record of the undoing of a step; empty if the step is not undone yet. */
  Optional<JournalStep> undone(JournalStep step) {
    return Optional.ofNullable(undone.get(step.number())).filter(JournalStep::isDone);
  }

  /** Whether it records the steps of this plan. */
  public boolean isOf(PlanContent other) {
    return head.plan().equals(PlanFile.hash(other));
  }

  /** Whether all steps of its plan are done, or all that were begun are undone. */
  public boolean hasEnded() {
    boolean isApplied =
        steps.size() == head.steps() && steps.values().stream().allMatch(JournalStep::isDone);
    boolean isRolledBack = !(undone.isEmpty() && leftAlone.isEmpty()) && isUndone();
    return isApplied || isRolledBack;
  }

  private boolean isUndone() {
    return steps.values().stream()
        .allMatch(step -> leftAlone.contains(step.number()) || undone(step).isPresent());
  }

  /**
   * Writes the first line.
   *
   * @param user the user who applies the plan, if it is known
   * @param xrayVersion the version of Xray, if it is known
   */
  public void begin(PlanContent plan, Optional<String> user, Optional<String> xrayVersion) {
    ObjectNode line = JournalHead.line(plan, user, xrayVersion);
    append(line);
    head = new JournalHead(line);
  }

  /** Writes a line before a write is sent. */
  void begun(int step, boolean undo, ObjectWrite write) {
    append(line(step, undo, "begun").setAll(write.json()));
  }

  /**
   * Writes a line when the id of a new object is known.
   *
   * @param others the ids of equal objects of which one may be the new one instead
   */
  void created(int step, boolean undo, String id, Collection<String> others) {
    append(JournalStep.created(line(step, undo, "created"), id, others));
  }

  /**
   * Writes a line before an object is deleted that was created twice.
   *
   * @param id the object that is deleted
   * @param remaining the object that stays
   */
  void twin(int step, boolean undo, String id, String remaining) {
    append(line(step, undo, "twin").put("id", id).put("remaining", remaining));
  }

  /** Writes a line for a step that needs no request, because its effect is there already. */
  void adopted(int step, ObjectWrite write, String id, String after) {
    ObjectNode line = line(step, false, "adopted").setAll(write.json());
    append(JournalStep.end(line, id, after, List.of()));
  }

  /** Writes a line after a write was verified. */
  void done(int step, boolean undo, String id, String after, Collection<StepNote> differences) {
    append(JournalStep.end(line(step, undo, "done"), id, after, differences));
  }

  /**
   * Writes a line for a step that a rollback does not undo, because there is nothing to undo or the
   * object was changed since.
   */
  void left(int step, String reason) {
    if (!leftAlone.contains(step)) {
      append(line(step, true, "left").put("reason", reason));
    }
  }

  /** Writes a line after a write was refused, or its outcome could not be found out. */
  public void failed(int step, boolean undo, String reason) {
    append(line(step, undo, "failed").put("reason", reason));
  }

  private static ObjectNode line(int step, boolean undo, String state) {
    ObjectNode line = JsonNodeFactory.instance.objectNode().put("step", step);
    return (undo ? line.put("undo", true) : line).put("state", state);
  }

  private void append(ObjectNode line) {
    line.put("at", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
    journalFile.append(lines.withHash(line));
    if (!isNew()) {
      take(line);
    }
  }

  Path file() {
    return file;
  }

  @Override
  public void close() {
    journalFile.close();
  }
}
