package io.github.xrayclient.diagnostics.migration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.internal.Json;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A journal that is read and locked, ready for more lines. Each line is on the disk at once. */
final class OpenJournal implements AutoCloseable {
  private static final int SCHEMA = 1;
  private static final String START = "{\"schema\":";

  private final Path file;
  private final Disk disk;
  private final FileChannel channel;
  private final boolean created;
  private final NavigableMap<Integer, JournalStep> steps = new TreeMap<>();
  private final NavigableMap<Integer, JournalStep> undone = new TreeMap<>();
  private JsonNode header = JsonNodeFactory.instance.missingNode();

  private OpenJournal(Path file, Disk disk, FileChannel channel, boolean created) {
    this.file = file;
    this.created = created;
    this.disk = disk;
    this.channel = channel;
  }

  static OpenJournal of(Path file, Disk disk) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      boolean created = !Files.exists(file);
      FileChannel channel = FileChannel.open(
          file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      OpenJournal journal = new OpenJournal(file, disk, channel, created);
      try {
        journal.lock();
        journal.read();
        return journal;
      } catch (MigrationException | IOException e) {
        journal.close();
        throw e;
      }
    } catch (IOException e) {
      throw new MigrationException(file, "it cannot be opened: " + e + "; mend that", e);
    }
  }

  private void lock() throws IOException {
    boolean free;
    try {
      free = channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      free = false;
    }
    if (!free) {
      throw new MigrationException(file, "another migration has it open; wait for its end", null);
    }
  }

  /** A last line without an end was being written when the process ended, before its request. */
  private void read() throws IOException {
    byte[] bytes = Channels.newInputStream(channel).readAllBytes();
    String text = new String(bytes, StandardCharsets.UTF_8);
    String whole = text.substring(0, text.lastIndexOf('\n') + 1);
    if (whole.isEmpty() && !text.startsWith(START) && !START.startsWith(text)) {
      throw corrupt(1, null); // not ours to cut off
    }
    int number = 0;
    for (String line : whole.split("\n")) {
      number++;
      if (!whole.isEmpty()) {
        read(number, line);
      }
    }
    channel.truncate(whole.getBytes(StandardCharsets.UTF_8).length);
    channel.position(channel.size());
  }

  private void read(int number, String line) {
    JsonNode json;
    try {
      json = Json.STRICT.readTree(line);
    } catch (JsonProcessingException e) {
      throw corrupt(number, e);
    }
    if (number == 1 && json.isObject()) {
      JsonFile.checkSchema(file, (ObjectNode) json, SCHEMA);
      header = json;
    } else if (number == 1 || !take(json)) {
      throw corrupt(number, null);
    }
  }

  /** Learns from a line; false if it is none of a journal. */
  private boolean take(JsonNode line) {
    int step = line.path("step").asInt();
    NavigableMap<Integer, JournalStep> entries = line.path("undo").asBoolean() ? undone : steps;
    JournalStep known = entries.get(step);
    Optional<Write> write = Write.read(line);
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

  private MigrationException corrupt(int line, @Nullable Throwable cause) {
    return new MigrationException(
        file, "line " + line + " is no line of a journal; restore the file", cause);
  }

  /** Whether no migration has begun. */
  boolean isNew() {
    return header.isMissingNode();
  }

  String plan() {
    return header.path("plan").asText();
  }

  String target() {
    return header.path("target").asText();
  }

  String project() {
    return header.path("project").asText();
  }

  boolean curation() {
    return header.path("curation").asBoolean();
  }

  /** The steps that were begun, by number. */
  NavigableMap<Integer, JournalStep> steps() {
    return Collections.unmodifiableNavigableMap(steps);
  }

  /** Those of them whose undoing was begun. */
  NavigableMap<Integer, JournalStep> undone() {
    return Collections.unmodifiableNavigableMap(undone);
  }

  void begin(MigrationPlan plan) {
    ObjectNode line = JsonNodeFactory.instance.objectNode().put("schema", SCHEMA);
    line.put("plan", plan.hash()).put("target", plan.target());
    plan.projectKey().ifPresent(key -> line.put("project", key));
    append(line.put("curation", plan.curation()));
    header = line;
  }

  /** Before a write is sent. */
  void begun(int step, boolean undo, Write write) {
    append(line(step, undo, "begun").setAll(write.json()));
  }

  /** After it was verified. */
  void done(int step, boolean undo, String id, String after, Collection<String> differences) {
    ObjectNode line = line(step, undo, "done");
    if (!after.isEmpty()) {
      line.put("id", id).put("after", after);
    }
    if (!differences.isEmpty()) {
      differences.forEach(line.putArray("differences")::add);
    }
    append(line);
  }

  /** After it was refused, or its outcome could not be found out. */
  void failed(int step, boolean undo, String reason) {
    append(line(step, undo, "failed").put("reason", reason));
  }

  private static ObjectNode line(int step, boolean undo, String state) {
    ObjectNode line = JsonNodeFactory.instance.objectNode().put("step", step);
    return (undo ? line.put("undo", true) : line).put("state", state);
  }

  private void append(JsonNode line) {
    try {
      disk.append(channel, (line + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new MigrationException(
          file,
          "it cannot be written, so nothing more is sent: " + e + "; mend that, and call again",
          e);
    }
    if (!isNew()) {
      take(line);
    }
  }

  Path file() {
    return file;
  }

  /** One that nothing was written into leaves no file. */
  @Override
  public void close() {
    try {
      channel.close();
      if (created && isNew()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new MigrationException(file, "it cannot be closed: " + e, e);
    }
  }
}
