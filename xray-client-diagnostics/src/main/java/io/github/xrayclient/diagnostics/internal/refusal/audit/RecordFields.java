package io.github.xrayclient.diagnostics.internal.refusal.audit;

import com.fasterxml.jackson.databind.JsonNode;

/** Reads the fields of JSON records. */
final class RecordFields {
  private RecordFields() {}

  /** The text of a field; empty if there is none. */
  static String text(JsonNode record, String name) {
    JsonNode value = record.path(name);
    return value.isValueNode() ? value.asText("").strip() : "";
  }
}
