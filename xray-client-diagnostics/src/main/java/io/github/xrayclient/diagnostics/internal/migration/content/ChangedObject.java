package io.github.xrayclient.diagnostics.internal.migration.content;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.diagnostics.migration.ObjectChange;
import io.github.xrayclient.diagnostics.migration.ObjectKey;
import io.github.xrayclient.internal.json.Json;
import io.github.xrayclient.value.FieldChange;
import java.util.List;
import java.util.Locale;

/** An object that differs between two snapshots. */
public class ChangedObject extends JsonForm implements ObjectChange {
  private final ObjectKey object;
  private final Kind kind;
  private final List<FieldChange> fields;

  public ChangedObject(ObjectKey object, Kind kind, List<FieldChange> fields) {
    this.object = object;
    this.kind = kind;
    this.fields = List.copyOf(fields);
  }

  @Override
  public ObjectKey object() {
    return object;
  }

  @Override
  public Kind kind() {
    return kind;
  }

  @Override
  public List<FieldChange> fields() {
    return fields;
  }

  @Override
  public ObjectNode toJson() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.set("object", object.toJson());
    ArrayNode list = json.put("kind", kind.name()).putArray("fields");
    fields.forEach(field -> list.add(Json.MAPPER.<ObjectNode>valueToTree(field)));
    return json;
  }

  @Override
  public String toString() {
    return kind.name().toLowerCase(Locale.ROOT) + " " + object
        + (fields.isEmpty() ? "" : " " + fields);
  }
}
