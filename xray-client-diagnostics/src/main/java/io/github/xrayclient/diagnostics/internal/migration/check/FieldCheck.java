package io.github.xrayclient.diagnostics.internal.migration.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.diagnostics.internal.migration.content.ObjectKinds;
import io.github.xrayclient.diagnostics.internal.migration.content.PortableContent;
import io.github.xrayclient.diagnostics.internal.migration.content.StoredObject;
import io.github.xrayclient.internal.json.UnreadFields;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Compares each field of an object with what the types of this library declare: its name, the type
 * of its value, and the words that are accepted.
 */
final class FieldCheck {
  /** Fields that servers set, but which files may have. */
  private static final Set<String> IN_FILES = Set.of("condition", "enabled", "project_key");

  private final Findings findings;
  private final Set<String> setByServer;
  private final Set<String> unread;

  private FieldCheck(StoredObject object, Findings findings) {
    this.findings = findings;
    this.setByServer = ObjectKinds.fields(object.key().kind()).setByServer();
    this.unread = Set.copyOf(
        UnreadFields.in(readable(object), ObjectKinds.type(object.key().kind())));
  }

  static void check(StoredObject object, Findings findings) {
    new FieldCheck(object, findings)
        .object(Place.ROOT, object.content(), ObjectKinds.type(object.key().kind()));
  }

  /** The content with the ids that the library needs to read it. */
  private static ObjectNode readable(StoredObject object) {
    boolean hasId = !ObjectKinds.isNamed(object.key().kind());
    boolean hasWaivers = !PortableContent.waivers(object.content()).isEmpty();
    if (!hasId && !hasWaivers) {
      return object.content();
    }
    ObjectNode content = hasWaivers
        ? object.content().deepCopy()
        : object.content().objectNode().setAll(object.content());
    if (hasId) {
      content.put("id", "0").remove("condition"); // a file has the name in place of a copy
    }
    PortableContent.waivers(content).forEach(waiver -> ((ObjectNode) waiver).put("id", "0"));
    return content;
  }

  private void object(Place place, JsonNode object, Class<?> type) {
    KnownFields known = KnownFields.of(type);
    for (Map.Entry<String, JsonNode> entry : object.properties()) {
      String name = entry.getKey();
      Class<?> inside = known.type(name);
      if (inside == null) {
        misspelled(place, name, object, known);
      } else if (isUnread(place, name)) {
        findings.wrongType(place.field(name).path(), known.typeInWords(name));
      } else {
        value(place, name, entry.getValue(), inside);
        KnownWords words = known.words(name);
        if (words != null) {
          words(place.field(name), entry.getValue(), words);
        }
      }
    }
  }

  private boolean isUnread(Place place, String name) {
    return !unread.isEmpty() && unread.contains(place.field(name).jsonPath());
  }

  private void value(Place place, String name, JsonNode value, Class<?> type) {
    if (value.isContainerNode() && !KnownFields.of(type).isEmpty()) {
      value(place.field(name), value, type);
    }
  }

  private void value(Place place, JsonNode value, Class<?> type) {
    if (value.isObject()) {
      object(place, value, type);
    }
    for (int i = 0; value.isArray() && i < value.size(); i++) {
      value(place.element(value, i), value.get(i), type);
    }
  }

  private void words(Place place, JsonNode value, KnownWords known) {
    for (int i = 0; value.isArray() && i < value.size(); i++) {
      words(place.element(value, i), value.get(i), known);
    }
    boolean isWord = value.isTextual() && !value.asText().isBlank();
    if (isWord && !known.contains(value.asText())) {
      findings.unknown(place.path(), value.asText(), known.words());
    }
  }

  private void misspelled(Place place, String name, JsonNode object, KnownFields known) {
    if (known.names().contains(name)) {
      return; // one of several names of a field, of which another has a value, too
    }
    Set<String> absent = new TreeSet<>(known.names());
    absent.removeIf(
        other -> object.has(other) || (setByServer.contains(other) && !IN_FILES.contains(other)));
    SimilarName.of(name, absent).ifPresent(other -> findings.misspelled(place.path(), name, other));
  }
}
