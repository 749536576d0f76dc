package io.github.xrayclient.diagnostics.internal.migration.plan;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.internal.write.TreeDiff;
import java.util.ArrayList;
import java.util.List;

/** The content of an object as lines of a path and a value, without fields that say nothing. */
final class ContentLines {
  private final List<String> lines = new ArrayList<>();

  private ContentLines() {}

  /** The lines, as in {@code rules[critical].criteria.min_severity: High}. */
  static List<String> of(JsonNode content) {
    ContentLines lines = new ContentLines();
    lines.add("", content);
    return lines.lines;
  }

  private void add(String path, JsonNode node) {
    String condition = WriteRequests.referenced(node);
    if (!condition.isEmpty()) {
      lines.add("condition: " + condition);
    } else if (node.isObject()) {
      node.properties()
          .forEach(field ->
              add(path.isEmpty() ? field.getKey() : path + "." + field.getKey(), field.getValue()));
    } else if (node.isArray() && node.path(0).isObject()) {
      for (int i = 0; i < node.size(); i++) {
        add(
            path + "[" + node.path(i).path("name").asText(String.valueOf(i + 1)) + "]",
            node.get(i));
      }
    } else if (!TreeDiff.isNothing(node)) {
      lines.add(path + ": " + (node.isTextual() ? node.asText() : node.toString()));
    }
  }
}
