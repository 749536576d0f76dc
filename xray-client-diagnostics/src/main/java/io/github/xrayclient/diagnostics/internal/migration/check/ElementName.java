package io.github.xrayclient.diagnostics.internal.migration.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.curation.internal.fields.CurationPolicyFields;
import io.github.xrayclient.diagnostics.internal.migration.content.Waivers;
import java.util.List;

/** Names the elements of lists in paths. Their positions would mislead, since lists are sorted. */
final class ElementName {
  private static final List<String> NAMES = List.of("name", "param_id", "checkName", "type");

  private ElementName() {}

  /** The path of an element, with its name in brackets, or its position if it has no name. */
  static String of(String list, JsonNode elements, int position) {
    return list + "[" + name(list, elements.path(position), position) + "]";
  }

  private static String name(String list, JsonNode element, int position) {
    if (CurationPolicyFields.WAIVERS.contains(list) && element.isObject()) {
      return Waivers.name(element).strip();
    }
    if (element.isTextual() && !element.asText().isBlank()) {
      return element.asText();
    }
    for (String name : NAMES) {
      if (element.path(name).isTextual() && !element.path(name).asText().isBlank()) {
        return element.path(name).asText();
      }
    }
    return String.valueOf(position);
  }
}
