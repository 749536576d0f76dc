package io.github.xrayclient.curation.internal.fields;

import static io.github.xrayclient.internal.write.WireField.field;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.internal.call.Arguments;
import io.github.xrayclient.internal.json.UnreadFields;
import io.github.xrayclient.internal.remedy.RemediableArgumentException;
import io.github.xrayclient.internal.secret.VisibleText;
import io.github.xrayclient.internal.write.WireFields;
import io.github.xrayclient.remedy.Remedy;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The fields of waivers that the library knows, by their wire names. Every other field is unknown.
 * It may be an expiry, so a copy without it may exempt more than the waiver does.
 */
public final class WaiverFields {
  /** The fields of package waivers. A new waiver consists of the editable ones. */
  public static final WireFields OF_PACKAGE = WireFields.of(
          field("pkg_type").editable().word(),
          field("pkg_name").editable().word(),
          field("all_versions").editable(),
          field("pkg_versions").editable().set(),
          field("justification").editable())
      .identifiedBy("id");

  /** The fields of label waivers. A new waiver consists of the editable ones. */
  public static final WireFields OF_LABEL = WireFields.of(
          field("label").editable(), field("justification").editable())
      .identifiedBy("label", "id");

  private WaiverFields() {}

  /** The fields of this waiver, which is a label waiver or a package waiver. */
  public static WireFields of(JsonNode waiver) {
    return waiver.has("label") && !waiver.has("pkg_name") ? OF_LABEL : OF_PACKAGE;
  }

  /** Returns a copy of a waiver that has only the fields of a new waiver. */
  public static ObjectNode sent(JsonNode waiver) {
    return waiver.<ObjectNode>deepCopy().retain(of(waiver).editable());
  }

  /**
   * The names of the fields of a waiver that a copy would not have: fields that the library does
   * not know, except those that are null or empty, and fields that it could not read.
   *
   * @param known the fields of waivers of this kind
   * @param waiver the waiver
   */
  public static Set<String> uncopied(
      WireFields known, Map<String, JsonNode> extras, Object waiver) {
    Set<String> names = new TreeSet<>(unknown(known, extras.entrySet()).keySet());
    if (!extras.isEmpty()) {
      UnreadFields.of(waiver).stream()
          .map(path -> path.substring("$.".length()))
          .filter(known.editable()::contains)
          .forEach(names::add);
    }
    return names;
  }

  /**
   * The unknown fields of a waiver, except those that are null or empty.
   *
   * @param known the fields of waivers of this kind
   */
  public static Map<String, JsonNode> unknown(
      WireFields known, Collection<Map.Entry<String, JsonNode>> fields) {
    Map<String, JsonNode> unknown = new TreeMap<>();
    for (Map.Entry<String, JsonNode> field : fields) {
      if (!isKnown(known, field.getKey()) && !isEmpty(field.getValue())) {
        unknown.put(field.getKey(), field.getValue());
      }
    }
    return unknown;
  }

  /**
   * Returns the extras of a waiver, except those with these names.
   *
   * @param known the fields of waivers of this kind
   * @throws IllegalArgumentException if one of the names is blank, or that of a known field that
   *     could be read
   */
  public static Map<String, JsonNode> without(
      Collection<String> names, WireFields known, Map<String, JsonNode> fields) {
    for (String name : names) {
      if (isKnown(known, Arguments.text("names", name)) && !fields.containsKey(name)) {
        throw new IllegalArgumentException(
            name + " is a field that this library knows, so it cannot be dropped; name unknown"
                + " fields only");
      }
    }
    Map<String, JsonNode> left = new LinkedHashMap<>(fields);
    left.keySet().removeAll(names);
    return left;
  }

  /** Those of these names that a waiver with these extras has. */
  public static String[] among(Map<String, JsonNode> extras, Collection<String> names) {
    return names.stream().filter(extras::containsKey).toArray(String[]::new);
  }

  /**
   * Checks the names of fields that copies of waivers may lack.
   *
   * @param extras the extras of each of the waivers
   * @throws IllegalArgumentException if one of the names is blank, or that of a known field that
   *     could be read in each of the waivers
   */
  public static void checkDropped(Collection<String> names, Stream<Map<String, JsonNode>> extras) {
    Map<String, JsonNode> all = new LinkedHashMap<>();
    extras.forEach(all::putAll);
    without(names, OF_PACKAGE, all);
  }

  /**
   * Checks that a waiver has no unknown fields, since a copy would lose them.
   *
   * @throws IllegalArgumentException if there are unknown fields; the message names them
   */
  public static void refuseLoss(Object id, Set<String> unknown) {
    if (!unknown.isEmpty()) {
      String names = VisibleText.oneLine(String.join(", ", unknown));
      throw new RemediableArgumentException(
          "waiver " + id + " has " + (unknown.size() == 1 ? "the field " : "the fields ") + names
              + ", which this version of the library does not know and cannot copy",
          Remedy.of(
              Remedy.Kind.DROP_FIELDS,
              "to copy the waiver without " + (unknown.size() == 1 ? "it" : "them")
                  + ", call droppingUnknownFields(" + quoted(unknown) + ") first",
              List.copyOf(unknown)));
    }
  }

  private static String quoted(Set<String> names) {
    return names.stream()
        .map(name -> '"' + VisibleText.oneLine(name) + '"')
        .collect(Collectors.joining(", "));
  }

  private static boolean isKnown(WireFields known, String name) {
    return known.editable().contains(name) || known.setByServer().contains(name);
  }

  private static boolean isEmpty(JsonNode value) {
    return value.isNull()
        || (value.isTextual() && value.asText().isEmpty())
        || (value.isContainerNode() && value.isEmpty());
  }
}
