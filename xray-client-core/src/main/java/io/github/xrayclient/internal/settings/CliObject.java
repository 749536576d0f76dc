package io.github.xrayclient.internal.settings;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.internal.json.Json;
import java.util.Map;
import java.util.TreeMap;

/** A JSON object of JFrog CLI, whose names are compared without case. Immutable. */
final class CliObject {
  private final Map<String, JsonNode> members = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  CliObject(JsonNode object) {
    object.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
  }

  JsonNode member(String name) {
    return members.getOrDefault(name, Json.MAPPER.missingNode());
  }

  /** Returns the text of a member without white space around it; empty if there is none. */
  String text(String name) {
    return member(name).asText("").strip();
  }

  /** Whether the member is true; a missing member is false. */
  boolean flag(String name) {
    return member(name).asBoolean(false);
  }
}
