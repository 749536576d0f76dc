package io.github.xrayclient.diagnostics.internal.migration.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.curation.internal.fields.CurationPolicyFields;
import io.github.xrayclient.curation.internal.fields.WaiverFields;
import io.github.xrayclient.diagnostics.migration.ObjectKind;
import io.github.xrayclient.internal.json.NonBlank;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Converts the content of an object into a form that means the same on every server: without the
 * fields that servers set. Fields that this version of the library does not know are kept.
 */
public final class PortableContent {
  private PortableContent() {}

  /**
   * The content of an object as it was received. A curation policy keeps the id of its condition.
   */
  static ObjectNode of(ObjectKind kind, ObjectNode read) {
    ObjectNode content = ObjectKinds.fields(kind).withoutSetByServer(read);
    if (kind == ObjectKind.CURATION_POLICIES && read.path("condition").isTextual()) {
      content.set(
          "condition",
          read.get(
              "condition")); // a text is the name; servers send a copy of the condition instead
    }
    if (kind == ObjectKind.CURATION_POLICIES && !read.path("enabled").asBoolean(true)) {
      content.set("enabled", read.get("enabled"));
    }
    return CanonicalJson.of(kind, content);
  }

  /**
   * The part of the content that can be sent. Policies and watches are sent with their unknown
   * fields; objects of other kinds without them, because servers may refuse these. The result
   * shares nodes with the content.
   */
  static ObjectNode sendable(ObjectKind kind, ObjectNode content) {
    if (ObjectKinds.isNamed(kind)) {
      return content;
    }
    Set<String> editable = new HashSet<>(ObjectKinds.fields(kind).editable());
    editable.add("condition"); // the name, which is sent as an id
    ObjectNode sendable = content.objectNode().<ObjectNode>setAll(content).retain(editable);
    for (String list : CurationPolicyFields.WAIVERS) {
      if (sendable.path(list).isArray()) {
        ArrayNode sent = sendable.arrayNode();
        sendable
            .get(list)
            .forEach(waiver -> sent.add(waiver.isObject() ? WaiverFields.sent(waiver) : waiver));
        sendable.set(list, sent);
      }
    }
    return sendable;
  }

  /** Fields that this version of the library does not know, and so does not send. */
  static Set<String> unknownFields(ObjectKind kind, ObjectNode content) {
    Set<String> names = new TreeSet<>();
    content.fieldNames().forEachRemaining(names::add);
    names.removeAll(ObjectKinds.fields(kind).editable());
    names.removeAll(ObjectKinds.fields(kind).setByServer());
    return names;
  }

  /** The package and label waivers of a curation policy. */
  public static List<JsonNode> waivers(JsonNode policy) {
    List<JsonNode> waivers = new ArrayList<>();
    CurationPolicyFields.WAIVERS.forEach(list -> policy.path(list).forEach(waivers::add));
    waivers.removeIf(waiver -> !waiver.isObject());
    return waivers;
  }

  /** The text of the field at this path; empty if the field is missing, blank or not a text. */
  public static Optional<String> text(JsonNode tree, List<String> path) {
    JsonNode node = tree;
    for (String member : path) {
      node = node.path(member);
    }
    return node.isTextual() ? NonBlank.text(node) : Optional.empty();
  }
}
