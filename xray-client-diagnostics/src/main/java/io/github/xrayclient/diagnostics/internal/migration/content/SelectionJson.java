package io.github.xrayclient.diagnostics.internal.migration.content;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.diagnostics.migration.Selection;
import java.nio.file.Path;

/** Reads the field {@code selection} of a manifest or a plan. */
public final class SelectionJson {
  public static final String FIELD = "selection";

  private SelectionJson() {}

  /**
   * The selection in a file; all objects if the field is absent.
   *
   * @param remedy what to do if the selection cannot be used, as in {@code export again}
   * @throws MigrationFailure if the field has other fields than a selection, or an unknown kind
   */
  public static Selection read(Path file, JsonNode tree, String remedy) {
    try {
      return tree.has(FIELD) ? read(tree.get(FIELD)) : Selection.all();
    } catch (IllegalArgumentException e) {
      throw new MigrationFailure(
          file,
          "the field " + FIELD + " is not valid: " + e.getMessage() + "; correct it, or " + remedy,
          e);
    }
  }

  private static Selection read(JsonNode json) {
    Selection selection = Selection.all();
    if (!json.isObject()) {
      throw new IllegalArgumentException("it must be an object with the lists only and except");
    }
    for (var field : json.properties()) {
      switch (field.getKey()) {
        case "only":
          for (JsonNode text : field.getValue()) {
            selection = selection.only(text.asText());
          }
          break;
        case "except":
          for (JsonNode text : field.getValue()) {
            selection = selection.except(text.asText());
          }
          break;
        case "within":
          break;
        default:
          throw new IllegalArgumentException("it has the unknown field " + field.getKey());
      }
    }
    return json.has("within") ? selection.within(read(json.get("within"))) : selection;
  }
}
