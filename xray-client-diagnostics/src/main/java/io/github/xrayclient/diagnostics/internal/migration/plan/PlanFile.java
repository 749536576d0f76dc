package io.github.xrayclient.diagnostics.internal.migration.plan;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.curation.audit.DryRunReport;
import io.github.xrayclient.diagnostics.internal.migration.content.CanonicalJson;
import io.github.xrayclient.diagnostics.internal.migration.content.FileOperations;
import io.github.xrayclient.diagnostics.internal.migration.content.JsonFile;
import io.github.xrayclient.diagnostics.internal.migration.content.MigrationFailure;
import io.github.xrayclient.diagnostics.internal.migration.content.ObjectKinds;
import io.github.xrayclient.diagnostics.internal.migration.content.SelectionJson;
import io.github.xrayclient.diagnostics.internal.migration.content.StepJson;
import io.github.xrayclient.diagnostics.internal.migration.content.StoredObject;
import io.github.xrayclient.diagnostics.migration.ObjectKey;
import io.github.xrayclient.diagnostics.migration.ObjectKind;
import io.github.xrayclient.diagnostics.migration.PlanNote;
import io.github.xrayclient.internal.json.Json;
import io.github.xrayclient.internal.write.ChangedField;
import io.github.xrayclient.value.FieldChange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Writes a plan into a file and reads it. The file has a checksum, because a plan that was changed
 * after it was reviewed must not be applied.
 */
public final class PlanFile {
  private static final int SCHEMA = 1;
  private static final String STEPS = "steps";
  private static final String CHECKSUM = "checksum";
  private static final String REMEDY = "make a new plan";

  private PlanFile() {}

  /** The whole plan as JSON. {@link #write} does not need the memory for it. */
  public static ObjectNode json(PlanContent plan) {
    ObjectNode json = head(plan);
    ArrayNode steps = json.putArray(STEPS);
    plan.steps().forEach(step -> steps.add(step.toJson()));
    return json.put(CHECKSUM, checksum(plan));
  }

  /** All fields before the steps. */
  private static ObjectNode head(PlanContent plan) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("schema", SCHEMA).put("target", plan.target());
    if (!plan.project().isEmpty()) {
      json.put("project", plan.project());
    }
    ArrayNode kinds = json.putArray("kinds");
    plan.kinds().forEach(kind -> kinds.add(kind.directory()));
    if (!plan.selection().isAll()) {
      json.set(SelectionJson.FIELD, plan.selection().toJson());
    }
    ArrayNode uses = json.putArray("uses");
    plan.uses().forEach(use -> uses.add(use.toJson()));
    json.put("skippedWaiverCount", plan.skippedWaiverCount());
    ArrayNode notes = json.putArray("notes");
    plan.notes().forEach(note -> notes.add(note.toJson()));
    if (!plan.dryRuns().isEmpty()) {
      ArrayNode dryRuns = json.putArray("dryRuns");
      plan.dryRuns()
          .forEach((key, report) -> dryRuns
              .addObject()
              .<ObjectNode>set("object", key.toJson())
              .set("report", Json.MAPPER.valueToTree(report)));
    }
    return json;
  }

  /** Writes all fields before the checksum, and holds the JSON of only one step at a time. */
  private static void writeFields(PlanContent plan, JsonGenerator json) throws IOException {
    for (Map.Entry<String, JsonNode> field : head(plan).properties()) {
      json.writeFieldName(field.getKey());
      json.writeTree(field.getValue());
    }
    json.writeArrayFieldStart(STEPS);
    for (PlannedStep step : plan.steps()) {
      json.writeTree(step.toJson());
    }
    json.writeEndArray();
  }

  private static String checksum(PlanContent plan) {
    return CanonicalJson.hash(json -> {
      json.writeStartObject();
      writeFields(plan, json);
      json.writeEndObject();
    });
  }

  private static void writeWithChecksum(PlanContent plan, String checksum, JsonGenerator json)
      throws IOException {
    json.writeStartObject();
    writeFields(plan, json);
    json.writeStringField(CHECKSUM, checksum);
    json.writeEndObject();
  }

  /** A hash that is equal for equal plans. */
  public static String hash(PlanContent plan) {
    String checksum = checksum(plan);
    return CanonicalJson.hash(json -> writeWithChecksum(plan, checksum, json));
  }

  /**
   * Writes the plan. A regular file is replaced as a whole; a symbolic link, a pipe or a device is
   * kept, and written into.
   */
  public static void write(PlanContent plan, Path file, FileOperations operations) {
    String checksum = checksum(plan);
    CanonicalJson.JsonSource source = json -> writeWithChecksum(plan, checksum, json);
    try {
      if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)
          && !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
        try (OutputStream to = Files.newOutputStream(file)) {
          CanonicalJson.write(source, to);
        }
      } else {
        replace(file, source, operations);
      }
    } catch (IOException e) {
      throw new MigrationFailure(
          file,
          "it cannot be written: " + FileOperations.reason(e)
              + "; solve this problem, or name another file",
          e);
    }
  }

  private static void replace(Path file, CanonicalJson.JsonSource source, FileOperations operations)
      throws IOException {
    Path staged = file.resolveSibling(".plan-" + FileOperations.tag() + ".new");
    try {
      try (OutputStream to = operations.create(staged)) {
        CanonicalJson.write(source, to);
      }
      operations.move(staged, file);
    } catch (IOException e) {
      try {
        operations.delete(staged);
      } catch (IOException left) {
        e.addSuppressed(left);
      }
      throw e;
    }
  }

  public static PlanContent read(Path file) {
    ObjectNode json = JsonFile.readMany(file, REMEDY);
    JsonFile.checkSchema(file, json, SCHEMA);
    JsonNode checksum = json.remove(CHECKSUM);
    if (checksum == null) {
      throw new MigrationFailure(
          file, "it has no checksum, so it is not a plan; use a file that contains a plan", null);
    }
    if (!checksum.asText().equals(CanonicalJson.hash(fields -> fields.writeTree(json)))) {
      throw new MigrationFailure(
          file,
          "it was changed after it was written, and only an unchanged plan can be applied; "
              + REMEDY,
          null);
    }
    List<PlannedStep> steps = new ArrayList<>();
    json.path(STEPS).forEach(step -> steps.add(step(file, step)));
    List<PlanNote> notes = new ArrayList<>();
    json.path("notes").forEach(note -> notes.add(note(file, note)));
    return new PlanContent(
            json.path("target").asText(),
            json.path("project").asText(),
            kinds(file, json),
            SelectionJson.read(file, json, REMEDY),
            uses(file, json.path("uses")),
            steps,
            notes)
        .withDryRuns(dryRuns(file, json.path("dryRuns")));
  }

  private static SortedMap<ObjectKey, DryRunReport> dryRuns(Path file, JsonNode json) {
    SortedMap<ObjectKey, DryRunReport> reports = new TreeMap<>();
    for (JsonNode entry : json) {
      ObjectKey key = StepJson.object(entry)
          .orElseThrow(() -> new MigrationFailure(
              file, "an object in the field \"dryRuns\" has an unknown kind; " + REMEDY, null));
      try {
        reports.put(key, Json.MAPPER.treeToValue(entry.path("report"), DryRunReport.class));
      } catch (JsonProcessingException e) {
        throw new MigrationFailure(
            file, "a report in the field \"dryRuns\" cannot be read; " + REMEDY, e);
      }
    }
    return reports;
  }

  private static Set<ObjectKind> kinds(Path file, JsonNode json) {
    Set<ObjectKind> kinds = new TreeSet<>();
    for (JsonNode name : json.path("kinds")) {
      kinds.add(ObjectKinds.ofDirectory(name.asText())
          .orElseThrow(() -> new MigrationFailure(
              file, "the field kinds has the unknown kind " + name + "; " + REMEDY, null)));
    }
    return kinds;
  }

  private static PlannedStep step(Path file, JsonNode json) {
    ObjectKey key = StepJson.object(json)
        .orElseThrow(() -> new MigrationFailure(
            file,
            "the field \"object\" of step " + json.path("step") + " is missing or has an unknown"
                + " kind; " + REMEDY,
            null));
    List<FieldChange> changes = new ArrayList<>();
    json.path("changes")
        .forEach(change -> changes.add(
            new ChangedField(change.path("field").asText(), change.get("from"), change.get("to"))));
    JsonNode body = json.path("request").path("body");
    PlannedStep step = new PlannedStep(
        json.path("step").asInt(),
        StepJson.action(json)
            .orElseThrow(() -> new MigrationFailure(
                file,
                "the field \"action\" of step " + json.path("step")
                    + " must be CREATE, UPDATE or DELETE; " + REMEDY,
                null)),
        key,
        json.path("current").isObject()
            ? StoredObject.of(key, (ObjectNode) json.path("current"))
            : null,
        changes,
        body.isObject() ? (ObjectNode) body : null);
    List<String> equalRules = new ArrayList<>();
    json.path(PlannedStep.EQUAL_RULES).forEach(id -> equalRules.add(id.asText()));
    PlannedStep complete =
        step.usedBy(users(file, json.path("usedBy"))).besideEqualRules(equalRules);
    return StepJson.key(json.path("neededBy")).map(complete::neededBy).orElse(complete);
  }

  private static List<ObjectKey> users(Path file, JsonNode json) {
    List<ObjectKey> users = new ArrayList<>();
    for (JsonNode user : json) {
      users.add(StepJson.key(user)
          .orElseThrow(() -> new MigrationFailure(
              file, "an object in a field \"usedBy\" has an unknown kind; " + REMEDY, null)));
    }
    return users;
  }

  private static List<UsedObject> uses(Path file, JsonNode json) {
    List<UsedObject> uses = new ArrayList<>();
    for (JsonNode use : json) {
      uses.add(UsedObject.read(use)
          .orElseThrow(() -> new MigrationFailure(
              file, "an object in the field \"uses\" has an unknown kind; " + REMEDY, null)));
    }
    return uses;
  }

  private static PlanNote note(Path file, JsonNode json) {
    return PlannedNote.read(json)
        .orElseThrow(() -> new MigrationFailure(
            file, "a note has the unknown kind " + json.path("kind") + "; " + REMEDY, null));
  }
}
