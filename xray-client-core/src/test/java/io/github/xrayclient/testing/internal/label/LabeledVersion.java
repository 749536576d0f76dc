package io.github.xrayclient.testing.internal.label;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.testing.internal.store.Trees;
import java.util.Map;

/** A version of a package that the catalog knows, with its type in the words of the catalog. */
final class LabeledVersion {
  private static final Map<String, String> WORDS =
      Map.of("go", "golang", "gems", "rubygems", "huggingfaceml", "huggingface");

  private final String type;
  private final String name;
  private final String version;

  private LabeledVersion(String type, String name, String version) {
    this.type = type;
    this.name = name;
    this.version = version;
  }

  /** Reads an id such as {@code npm://lodash:4.17.21}. */
  static LabeledVersion of(ObjectNode known) {
    String id = Trees.text(known, "id");
    int afterType = id.indexOf("://");
    int beforeVersion = id.lastIndexOf(':');
    if (afterType < 0 || beforeVersion < afterType + 3) {
      return new LabeledVersion("", id, "");
    }
    String type = id.substring(0, afterType);
    return new LabeledVersion(
        WORDS.getOrDefault(type, type),
        id.substring(afterType + 3, beforeVersion),
        id.substring(beforeVersion + 1));
  }

  boolean isOfPackage(JsonNode given) {
    return name.equals(Trees.text(given, "name")) && type.equals(Trees.text(given, "type"));
  }

  boolean is(JsonNode given) {
    return isOfPackage(given) && version.equals(Trees.text(given, "version"));
  }

  /** The version as the catalog's answers contain it. */
  ObjectNode node() {
    ObjectNode node = Trees.object("version", version);
    return node.set("publicPackage", Trees.object("name", name).put("type", type));
  }
}
