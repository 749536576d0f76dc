package io.github.xrayclient.curation.internal.waiver;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.curation.internal.call.Arguments;
import io.github.xrayclient.internal.secret.VisibleText;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The fields of waivers that the library knows, by their wire names. A field that is neither sent
 * for a new waiver nor set by the server is unknown. It may be an expiry, so a copy without it may
 * exempt more than the waiver does.
 */
public final class WaiverFields {
  /** The fields that a new package waiver is made of. */
  public static final Set<String> OF_PACKAGE =
      Set.of("pkg_type", "pkg_name", "all_versions", "pkg_versions", "justification");

  /** The fields that a new label waiver is made of. */
  public static final Set<String> OF_LABEL = Set.of("label", "justification");

  /** Fields that servers set in every waiver and refuse in a body. */
  public static final Set<String> SERVER_SET =
      Set.of("id", "created_by", "updated_by", "created_at", "updated_at");

  private WaiverFields() {}

  /** The fields that a new waiver like this one is made of; it has a label or is of a package. */
  public static Set<String> sent(JsonNode waiver) {
    return waiver.has("label") && !waiver.has("pkg_name") ? OF_LABEL : OF_PACKAGE;
  }

  /**
   * The unknown fields of a waiver, without those that are null or empty.
   *
   * @param sent the fields that a new waiver is made of
   */
  public static Map<String, JsonNode> unknown(
      Set<String> sent, Collection<Map.Entry<String, JsonNode>> fields) {
    Map<String, JsonNode> unknown = new TreeMap<>();
    for (Map.Entry<String, JsonNode> field : fields) {
      if (!isKnown(sent, field.getKey()) && !isEmpty(field.getValue())) {
        unknown.put(field.getKey(), field.getValue());
      }
    }
    return unknown;
  }

  /**
   * The unknown fields of a waiver without those of these names.
   *
   * @param sent the fields that a new waiver is made of
   * @throws IllegalArgumentException if one of the names is blank or that of a known field
   */
  public static Map<String, JsonNode> without(
      Collection<String> names, Set<String> sent, Map<String, JsonNode> fields) {
    for (String name : names) {
      if (isKnown(sent, Arguments.text("the name of a field to drop", name))) {
        throw new IllegalArgumentException(
            name
                + " is not an unknown field of a waiver and cannot be dropped; name unknown fields only");
      }
    }
    Map<String, JsonNode> left = new LinkedHashMap<>(fields);
    left.keySet().removeAll(names);
    return left;
  }

  /**
   * Refuses to copy a waiver that has unknown fields.
   *
   * @throws IllegalArgumentException if there are any
   */
  public static void refuseLoss(Object id, Set<String> unknown) {
    if (!unknown.isEmpty()) {
      String names = VisibleText.oneLine(String.join(", ", unknown));
      throw new IllegalArgumentException("waiver " + id + " has "
          + (unknown.size() == 1 ? "the field " : "the fields ") + names
          + ", which this version of the library does not know and cannot copy; to copy the waiver"
          + " without "
          + (unknown.size() == 1 ? "it" : "them") + ", call droppingUnknownFields("
          + quoted(unknown)
          + ") first");
    }
  }

  private static String quoted(Set<String> names) {
    return names.stream()
        .map(name -> '"' + VisibleText.oneLine(name) + '"')
        .collect(Collectors.joining(", "));
  }

  private static boolean isKnown(Set<String> sent, String name) {
    return sent.contains(name) || SERVER_SET.contains(name);
  }

  private static boolean isEmpty(JsonNode value) {
    return value.isNull()
        || value.isTextual() && value.asText().isEmpty()
        || value.isContainerNode() && value.isEmpty();
  }
}
