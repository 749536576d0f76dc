package io.github.xrayclient.diagnostics.migration;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.TreeSet;

/** Waivers of a curation policy, told apart by package and versions or by label. */
final class Waivers {
  private Waivers() {}

  /** In words: {@code npm left-pad 1.0, 1.1}, {@code label approved}. */
  static String name(JsonNode waiver) {
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
}
