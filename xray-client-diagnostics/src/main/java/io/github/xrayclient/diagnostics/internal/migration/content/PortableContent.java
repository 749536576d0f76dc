package io.github.xrayclient.diagnostics.internal.migration.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.curation.internal.fields.CurationPolicyFields;
import io.github.xrayclient.curation.internal.fields.WaiverFields;
import io.github.xrayclient.diagnostics.migration.ObjectKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The content of an object without what servers set, so that it means the same on every server.
 * Fields that this version of the library does not know stay.
 */
public final class PortableContent {
  private PortableContent() {}

  /** The content of an object as a server gives it; a condition is still named by its id. */
  static ObjectNode of(ObjectKind kind, ObjectNode read) {
    ObjectNode content = ObjectKinds.fields(kind).removeSetByServer(read.deepCopy());
    if (kind == ObjectKind.CURATION_POLICIES && read.path("condition").isTextual()) {
      content.set("condition", read.get("condition")); // its name; from a server, it is a copy
    }
    if (kind == ObjectKind.CURATION_POLICIES && !read.path("enabled").asBoolean(true)) {
      content.set("enabled", read.get("enabled"));
    }
    return Canonical.of(kind, content);
  }

  /**
   * The part of it that can be sent: policies and watches as they are, and what is known of the
   * others, whose unknown fields may be of those that servers refuse. It shares nodes with the content.
   */
  static ObjectNode sendable(ObjectKind kind, ObjectNode content) {
    if (ObjectKinds.isNamed(kind)) {
      return content;
    }
    Set<String> editable = new HashSet<>(ObjectKinds.fields(kind).editable());
    editable.add("condition"); // its name stands for its id
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

  /** Fields of an object with an id that are never sent, since nobody knows whether they may be. */
  static Set<String> unknownFields(ObjectKind kind, ObjectNode content) {
    Set<String> names = new TreeSet<>();
    content.fieldNames().forEachRemaining(names::add);
    names.removeAll(ObjectKinds.fields(kind).editable());
    names.removeAll(ObjectKinds.fields(kind).setByServer());
    return names;
  }

  /** The package and label waivers of a curation policy that are objects. */
  public static List<JsonNode> waivers(JsonNode policy) {
    List<JsonNode> waivers = new ArrayList<>();
    CurationPolicyFields.WAIVERS.forEach(list -> policy.path(list).forEach(waivers::add));
    waivers.removeIf(waiver -> !waiver.isObject());
    return waivers;
  }

  /** A text in a tree, by the members that lead to it. */
  public static Optional<String> text(JsonNode tree, List<String> path) {
    JsonNode node = tree;
    for (String member : path) {
      node = node.path(member);
    }
    return node.isTextual() && !node.asText().isEmpty()
        ? Optional.of(node.asText())
        : Optional.empty();
  }
}
