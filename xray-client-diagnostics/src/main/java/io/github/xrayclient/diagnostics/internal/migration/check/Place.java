package io.github.xrayclient.diagnostics.internal.migration.check;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** The place of a value in an object. Its path is made only if there is a finding about the value. */
final class Place {
  /** The object as a whole. */
  static final Place ROOT = new Place(null, "", null, 0);

  private final @Nullable Place parent;
  private final String field;
  private final @Nullable JsonNode list;
  private final int position;

  private Place(@Nullable Place parent, String field, @Nullable JsonNode list, int position) {
    this.parent = parent;
    this.field = field;
    this.list = list;
    this.position = position;
  }

  Place field(String name) {
    return new Place(this, name, null, 0);
  }

  Place element(JsonNode elements, int index) {
    return new Place(this, "", elements, index);
  }

  /** The path for people, with the names of elements; empty for the whole object. */
  String path() {
    if (parent == null) {
      return "";
    }
    return list == null
        ? Findings.inside(parent.path(), field)
        : ElementName.of(parent.path(), list, position);
  }

  /** The JSON path, with the positions of elements. */
  String jsonPath() {
    if (parent == null) {
      return "$";
    }
    return parent.jsonPath() + (list == null ? "." + field : "[" + position + "]");
  }
}
