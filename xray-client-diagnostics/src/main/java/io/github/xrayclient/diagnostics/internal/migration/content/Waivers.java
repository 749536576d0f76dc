package io.github.xrayclient.diagnostics.internal.migration.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.curation.internal.fields.WaiverFields;
import io.github.xrayclient.internal.json.NonBlank;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** Names the waivers of a curation policy by package and versions, or by label. */
public final class Waivers {
  private Waivers() {}

  /** The name of a waiver, as in {@code npm left-pad 1.0, 1.1} or {@code label approved}. */
  public static String name(JsonNode waiver) {
    if (waiver.has("label")) {
      return "label " + waiver.get("label").asText();
    }
    TreeSet<String> versions = new TreeSet<>();
    waiver.path("pkg_versions").forEach(version -> versions.add(version.asText()));
    return waiver.path("pkg_type").asText().toLowerCase(Locale.ROOT)
        + " "
        + waiver.path("pkg_name").asText()
        + " "
        + (versions.isEmpty() ? "all versions" : String.join(", ", versions));
  }

  /**
   * Who added a waiver and when, as the end of a sentence such as {@code ", added by ann at …"};
   * empty if the server does not tell.
   */
  public static String added(JsonNode waiver) {
    String by =
        NonBlank.text(waiver.path("created_by")).map(user -> " by " + user).orElse("");
    String at =
        NonBlank.text(waiver.path("created_at")).map(time -> " at " + time).orElse("");
    return by.isEmpty() && at.isEmpty() ? "" : ", added" + by + at;
  }

  /**
   * The fields of a waiver that this version of the library does not know, without null and empty
   * ones.
   */
  public static Map<String, JsonNode> unknown(JsonNode waiver) {
    return WaiverFields.unknown(WaiverFields.of(waiver), waiver.properties());
  }

  /**
   * The name of a waiver and the names of its unknown fields: {@code npm left-pad 1.0
   * (expires_at)}.
   */
  public static String nameWithUnknown(JsonNode waiver) {
    return name(waiver) + " (" + String.join(", ", unknown(waiver).keySet()) + ")";
  }

  /** A number of waivers in words: {@code 1 waiver}, {@code 2 waivers}. */
  public static String count(int number) {
    return number + (number == 1 ? " waiver" : " waivers");
  }

  /** The waivers of a list by their ids. */
  public static Map<String, ObjectNode> byId(JsonNode list) {
    Map<String, ObjectNode> byId = new LinkedHashMap<>();
    list.forEach(waiver -> byId.put(waiver.path("id").asText(), (ObjectNode) waiver));
    return byId;
  }
}
