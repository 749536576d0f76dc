package io.github.xrayclient.internal.write;

import static io.github.xrayclient.internal.write.WireField.field;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.internal.json.Json;
import io.github.xrayclient.value.FieldChange;
import java.util.List;

/** The fields of watches. All fields that servers do not set themselves are sent. */
public final class WatchFields {
  private static final String[] SET_BY_SERVER = {
    "author", "created", "modified", "watches", "project_key", "condition"
  };

  /**
   * The fields of {@code general_data}: the name, the description, and whether the watch is active.
   */
  public static final WireFields GENERAL_DATA =
      WireFields.of(field("active").filledInAs("true")).withSetByServer(SET_BY_SERVER);

  /** The table, which also contains the fields of resources and their filters. */
  public static final WireFields FIELDS = WireFields.of(
          field("general_data").of(GENERAL_DATA),
          field("name").displayTextOf("all-"),
          field("bin_mgr_id").filledInAs("default"),
          field("repo_type").filledInAs("local"),
          field("value").about("type"))
      .withSetByServer(SET_BY_SERVER)
      .withUnordered(
          "resources",
          "filters",
          "global_filters",
          "ExcludePatterns",
          "IncludePatterns",
          "exclude_patterns",
          "include_patterns",
          "assigned_policies",
          "watch_recipients",
          "include")
      .withWords("type", "package-type")
      .identifiedBy("bin_mgr_id", "type", "name");

  private WatchFields() {}

  /**
   * Returns the editable part of a watch, a draft or an update. The name is not part of it, since
   * updates have none.
   */
  public static ObjectNode content(Object value) {
    ObjectNode content = FIELDS.withoutSetByServer(Json.MAPPER.valueToTree(value));
    if (content.get("general_data") instanceof ObjectNode) {
      ((ObjectNode) content.get("general_data")).remove("name");
    }
    return content;
  }

  /** Returns the changes that an update makes to a watch as it was read. */
  public static List<FieldChange> changes(Object before, Object update) {
    return TreeDiff.ofUpdate(FIELDS, DifferenceDetail.FINE, content(before), content(update));
  }
}
