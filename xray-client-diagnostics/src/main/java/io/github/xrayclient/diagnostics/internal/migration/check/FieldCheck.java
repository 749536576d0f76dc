package io.github.xrayclient.diagnostics.internal.migration.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.diagnostics.internal.migration.content.ObjectKinds;
import io.github.xrayclient.diagnostics.internal.migration.content.PortableContent;
import io.github.xrayclient.diagnostics.internal.migration.content.StoredObject;
import io.github.xrayclient.internal.json.UnreadFields;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
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
  private final Set<String> notSuggested;
  private final Set<String> unread;

  private FieldCheck(StoredObject object, Findings findings) {
    this.findings = findings;
    this.notSuggested = new HashSet<>(ObjectKinds.fields(object.key().kind()).setByServer());
    this.notSuggested.removeAll(IN_FILES);
    this.unread = new HashSet<>(
        UnreadFields.in(readable(object), ObjectKinds.type(object.key().kind())));
  }

  static void check(StoredObject object, Findings findings) {
    new FieldCheck(object, findings)
        .object("", "$", object.content(), ObjectKinds.type(object.key().kind()));
  }

  /** The content with the ids that the library needs to read it. */
  private static ObjectNode readable(StoredObject object) {
    ObjectNode content = object.content().deepCopy();
    if (!ObjectKinds.isNamed(object.key().kind())) {
      content.put("id", "0").remove("condition"); // a file has the name in place of a copy
    }
    PortableContent.waivers(content).forEach(waiver -> ((ObjectNode) waiver).put("id", "0"));
    return content;
  }

  /**
   * Checks the fields of an object.
   *
   * @param path the path of the object for people; empty for the whole
   * @param raw the JSON path of the object
   */
  private void object(String path, String raw, JsonNode object, Class<?> type) {
    KnownFields known = KnownFields.of(type);
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      String name = field.getKey();
      String inside = Findings.inside(path, name);
      Optional<Class<?>> value = known.type(name);
      if (value.isEmpty()) {
        misspelled(path, name, object, known);
      } else if (unread.contains(raw + "." + name)) {
        findings.wrongType(inside, known.typeInWords(name));
      } else {
        value(inside, raw + "." + name, field.getValue(), value.get());
        words(inside, field.getValue(), KnownWords.of(type, name, value.get()));
      }
    }
  }

  private void value(String path, String raw, JsonNode value, Class<?> type) {
    if (value.isObject() && !KnownFields.of(type).isEmpty()) {
      object(path, raw, value, type);
    }
    for (int i = 0; value.isArray() && i < value.size(); i++) {
      value(ElementName.of(path, value, i), raw + "[" + i + "]", value.get(i), type);
    }
  }

  private void words(String path, JsonNode value, Optional<KnownWords> known) {
    if (known.isEmpty()) {
      return;
    }
    for (int i = 0; value.isArray() && i < value.size(); i++) {
      words(ElementName.of(path, value, i), value.get(i), known);
    }
    boolean isWord = value.isTextual() && !value.asText().isBlank();
    if (isWord && !known.get().contains(value.asText())) {
      findings.unknown(path, value.asText(), known.get().words());
    }
  }

  private void misspelled(String path, String name, JsonNode object, KnownFields known) {
    if (known.names().contains(name)) {
      return; // one of several names of a field, of which another has a value, too
    }
    Set<String> absent = new TreeSet<>(known.names());
    absent.removeIf(other -> object.has(other) || notSuggested.contains(other));
    SimilarName.of(name, absent).ifPresent(other -> findings.misspelled(path, name, other));
  }
}
