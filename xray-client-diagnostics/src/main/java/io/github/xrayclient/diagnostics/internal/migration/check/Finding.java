package io.github.xrayclient.diagnostics.internal.migration.check;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.diagnostics.internal.migration.content.JsonForm;
import io.github.xrayclient.diagnostics.internal.migration.content.StoredObject;
import io.github.xrayclient.diagnostics.migration.ObjectKey;
import io.github.xrayclient.diagnostics.migration.SnapshotFinding;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A finding about one field of an object. */
final class Finding extends JsonForm implements SnapshotFinding {
  private final Kind kind;
  private final StoredObject object;
  private final String field;
  private final String text;
  private final List<String> allowed;
  private final Optional<String> suggestion;

  Finding(
      Kind kind,
      StoredObject object,
      String field,
      String text,
      List<String> allowed,
      Optional<String> suggestion) {
    this.kind = kind;
    this.object = object;
    this.field = field;
    this.text = text;
    this.allowed = List.copyOf(allowed);
    this.suggestion = suggestion;
  }

  @Override
  public Kind kind() {
    return kind;
  }

  @Override
  public ObjectKey object() {
    return object.key();
  }

  @Override
  public Optional<Path> file() {
    return object.files().map(files -> files.of(field));
  }

  @Override
  public String field() {
    return field;
  }

  @Override
  public List<String> allowed() {
    return allowed;
  }

  @Override
  public Optional<String> suggestion() {
    return suggestion;
  }

  @Override
  public String text() {
    return text;
  }

  @Override
  public ObjectNode toJson() {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("kind", kind.name());
    file().ifPresent(path -> json.put("file", path.toString()));
    json.set("object", object().toJson());
    json.put("field", field);
    if (!allowed.isEmpty()) {
      ArrayNode words = json.putArray("allowed");
      allowed.forEach(words::add);
    }
    suggestion.ifPresent(name -> json.put("suggestion", name));
    return json.put("text", text);
  }

  @Override
  public String toString() {
    return file().map(path -> path + ": ").orElse("") + text;
  }
}
