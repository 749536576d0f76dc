package io.github.xrayclient.diagnostics.internal.migration.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.curation.internal.fields.CurationPolicyFields;
import io.github.xrayclient.diagnostics.internal.migration.content.Comparison;
import io.github.xrayclient.diagnostics.internal.migration.content.StepJson;
import io.github.xrayclient.diagnostics.internal.migration.content.StoredObject;
import io.github.xrayclient.diagnostics.internal.migration.content.Waivers;
import io.github.xrayclient.diagnostics.internal.migration.plan.WriteRequests;
import io.github.xrayclient.diagnostics.migration.ObjectKey;
import io.github.xrayclient.diagnostics.migration.ObjectKind;
import io.github.xrayclient.diagnostics.migration.PlanStep;
import io.github.xrayclient.internal.write.ContentComparison;
import io.github.xrayclient.value.FieldChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One write request, with the object as it was before. Immutable. */
final class ObjectWrite {
  final PlanStep.Action action;
  final ObjectKey key;
  final String id;
  final @Nullable ObjectNode body;

  /** The object that is updated or deleted, as it was before; empty for a new object. */
  final Optional<StoredObject> before;

  /** The ids of objects that existed before and could be mistaken for the new one. */
  final List<String> known;

  ObjectWrite(
      PlanStep.Action action,
      ObjectKey key,
      String id,
      @Nullable ObjectNode body,
      @Nullable StoredObject before,
      List<String> known) {
    this.action = action;
    this.key = key;
    this.id = id;
    this.body = body;
    this.before = Optional.ofNullable(before);
    this.known = List.copyOf(known);
  }

  /** A copy that does not take the objects with these ids for the new one. */
  ObjectWrite besides(List<String> ids) {
    return new ObjectWrite(action, key, id, body, before.orElse(null), ids);
  }

  /** A copy without the object as it was before. */
  ObjectWrite withoutBackup() {
    return new ObjectWrite(action, key, id, body, null, known);
  }

  String path() {
    return WriteRequests.path(action, key, id);
  }

  /** The content that the object has if the write took effect. */
  ObjectNode expected() {
    ObjectNode expected = body == null ? JsonNodeFactory.instance.objectNode() : body.deepCopy();
    if (key.kind() == ObjectKind.WATCHES) {
      expected.withObjectProperty("general_data").put("name", key.name());
    }
    for (String list : CurationPolicyFields.WAIVERS) {
      Map<String, ObjectNode> kept = Waivers.byId(
          before.map(stored -> stored.received().path(list)).orElse(expected.path("")));
      JsonNode entries = expected.path(list);
      for (int i = 0; i < entries.size(); i++) {
        ObjectNode waiver = kept.get(entries.get(i).path("id").asText());
        if (waiver != null) {
          ((ArrayNode) entries).set(i, waiver.deepCopy());
        }
      }
    }
    return StoredObject.of(key, expected).sendable();
  }

  /** The fields in which an object differs from the expected content. */
  List<FieldChange> differences(StoredObject now) {
    return Comparison.between(key.kind(), expected(), now.sendable());
  }

  /**
   * Whether an object has the expected content, apart from fields that servers fill in.
   */
  boolean isMadeOf(StoredObject now) {
    List<FieldChange> untilNow = before.map(this::differences).orElse(List.of());
    return ContentComparison.notFilledIn(differences(now), untilNow).isEmpty();
  }

  /**
   * A hash by which a rollback finds out whether the object is still as it was after the write. If
   * two applies of a plan send the same update of a curation policy, its new waivers are created
   * twice and have the ids of the second time, so they count by their authors.
   */
  String fingerprintAfter(StoredObject now) {
    return before.map(stored -> now.fingerprint(stored.waivers())).orElseGet(now::fingerprint);
  }

  ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.set("object", key.toJson());
    json.put("action", action.name());
    if (!id.isEmpty()) {
      json.put("id", id);
    }
    ObjectNode request = json.putObject("request").put("method", WriteRequests.method(action));
    request.put("path", path());
    if (body != null) {
      request.set("body", body);
    }
    before.ifPresent(stored -> json.set("backup", stored.received()));
    if (!known.isEmpty()) {
      known.forEach(json.putArray("known")::add);
    }
    return json;
  }

  /** Reads the write from a line of a journal; empty if the line contains none. */
  static Optional<ObjectWrite> read(JsonNode json) {
    List<String> known = new ArrayList<>();
    json.path("known").forEach(id -> known.add(id.asText()));
    return StepJson.object(json)
        .flatMap(key -> StepJson.action(json)
            .map(action -> new ObjectWrite(
                action,
                key,
                json.path("id").asText(),
                object(json.path("request").path("body")),
                stored(key, json.path("backup")),
                known)));
  }

  private static @Nullable StoredObject stored(ObjectKey key, JsonNode backup) {
    return backup.isObject() ? StoredObject.of(key, (ObjectNode) backup) : null;
  }

  private static @Nullable ObjectNode object(JsonNode node) {
    return node.isObject() ? (ObjectNode) node : null;
  }

  @Override
  public String toString() {
    return action + " " + key;
  }
}
