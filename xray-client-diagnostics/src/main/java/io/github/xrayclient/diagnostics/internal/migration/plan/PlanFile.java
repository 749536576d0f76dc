package io.github.xrayclient.diagnostics.internal.migration.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.diagnostics.internal.migration.content.Canonical;
import io.github.xrayclient.diagnostics.internal.migration.content.Disk;
import io.github.xrayclient.diagnostics.internal.migration.content.JsonFile;
import io.github.xrayclient.diagnostics.internal.migration.content.MigrationFailure;
import io.github.xrayclient.diagnostics.internal.migration.content.StepJson;
import io.github.xrayclient.diagnostics.migration.ObjectKey;
import io.github.xrayclient.diagnostics.migration.PlanNote;
import io.github.xrayclient.internal.write.ChangedField;
import io.github.xrayclient.value.FieldChange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A plan as JSON. It carries a checksum, since what is applied must be what was reviewed. */
public final class PlanFile {
  private static final int SCHEMA = 1;
  private static final String REMEDY = "plan again";

  private PlanFile() {}

  public static ObjectNode json(PlanContent plan) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("schema", SCHEMA).put("target", plan.target());
    if (!plan.project().isEmpty()) {
      json.put("project", plan.project());
    }
    json.put("curation", plan.curation()).put("fingerprint", plan.fingerprint());
    json.put("skippedWaiverCount", plan.skippedWaiverCount());
    ArrayNode notes = json.putArray("notes");
    plan.notes().forEach(note -> notes.add(note.toJson()));
    ArrayNode steps = json.putArray("steps");
    plan.steps().forEach(step -> steps.add(step.toJson()));
    return json.put("checksum", Canonical.hash(json.toString()));
  }

  /** A hash that is equal for equal plans. */
  public static String hash(PlanContent plan) {
    return Canonical.hash(json(plan).toString());
  }

  /**
   * A new or regular file is replaced as a whole. A link, a pipe or a device stays what it is and is
   * written into.
   */
  public static void write(PlanContent plan, Path file, Disk disk) {
    byte[] bytes = Canonical.bytes(json(plan));
    try {
      if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)
          && !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
        Files.write(file, bytes);
      } else {
        replace(file, bytes, disk);
      }
    } catch (IOException e) {
      throw new MigrationFailure(
          file,
          "it cannot be written: " + Disk.reason(e) + "; correct that, or name another file",
          e);
    }
  }

  private static void replace(Path file, byte[] bytes, Disk disk) throws IOException {
    Path staged = file.resolveSibling(".plan-" + Disk.tag() + ".new");
    try {
      disk.write(staged, bytes);
      disk.move(staged, file);
    } catch (IOException e) {
      try {
        disk.delete(staged);
      } catch (IOException left) {
        e.addSuppressed(left);
      }
      throw e;
    }
  }

  public static PlanContent read(Path file) {
    ObjectNode json = JsonFile.readMany(file, REMEDY);
    JsonFile.checkSchema(file, json, SCHEMA);
    ObjectNode rest = json.deepCopy();
    rest.remove("checksum");
    if (!json.path("checksum").asText().equals(Canonical.hash(rest.toString()))) {
      throw new MigrationFailure(
          file,
          "it is not as it was written; what is applied must be what was planned, so " + REMEDY,
          null);
    }
    List<PlannedStep> steps = new ArrayList<>();
    json.path("steps").forEach(step -> steps.add(step(file, step)));
    List<PlanNote> notes = new ArrayList<>();
    json.path("notes").forEach(note -> notes.add(note(file, note)));
    return new PlanContent(
        json.path("target").asText(),
        json.path("project").asText(),
        json.path("curation").asBoolean(),
        json.path("fingerprint").asText(),
        steps,
        notes);
  }

  private static PlannedStep step(Path file, JsonNode json) {
    ObjectKey key = StepJson.object(json)
        .orElseThrow(() -> new MigrationFailure(
            file, "step " + json.path("step") + " names no known object; " + REMEDY, null));
    List<FieldChange> changes = new ArrayList<>();
    json.path("changes")
        .forEach(change -> changes.add(
            new ChangedField(change.path("field").asText(), change.get("from"), change.get("to"))));
    JsonNode body = json.path("request").path("body");
    return new PlannedStep(
        json.path("step").asInt(),
        StepJson.action(json)
            .orElseThrow(() -> new MigrationFailure(
                file, "step " + json.path("step") + " has no known action; " + REMEDY, null)),
        key,
        json.path("id").asText(),
        json.path("before").asText(),
        changes,
        body.isObject() ? (ObjectNode) body : null);
  }

  private static PlanNote note(Path file, JsonNode json) {
    return PlannedNote.read(json)
        .orElseThrow(() -> new MigrationFailure(
            file, "it has a note of the unknown kind " + json.path("kind") + "; " + REMEDY, null));
  }
}
