package io.github.xrayclient.diagnostics.internal.migration.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.curation.internal.fields.WaiverFields;
import io.github.xrayclient.diagnostics.migration.ObjectKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The content of an object without what servers set, so that it means the same on every server.
 * Fields that this version of the library does not know stay.
 */
public final class PortableContent {
  private static final Map<ObjectKind, Set<String>> SERVER_SET = Map.of(
      ObjectKind.CONDITIONS,
      Set.of(
          "id",
          "is_custom",
          "created_by",
          "updated_by",
          "created_at",
          "updated_at",
          "risk_type",
          "supported_pkg_types",
          "on_demand"),
      ObjectKind.CURATION_POLICIES,
      Set.of("id", "created_by", "updated_by", "created_at", "updated_at"),
      ObjectKind.POLICIES,
      Set.of("author", "created", "modified", "watches", "project_key"),
      ObjectKind.WATCHES,
      Set.of(),
      ObjectKind.IGNORE_RULES,
      Set.of("id", "author", "created", "is_expired", "deleted_by", "deleted_at", "project_key"));

  private static final List<String> OF_WATCHES = List.of("id", "project_key");

  private static final Map<ObjectKind, List<String>> SENDABLE = Map.of(
      ObjectKind.CONDITIONS,
      List.of("name", "condition_template_id", "param_values"),
      ObjectKind.CURATION_POLICIES,
      List.of(
          "name",
          "scope",
          "repo_exclude",
          "repo_include",
          "pkg_types_include",
          "group_include",
          "group_exclude",
          "policy_action",
          "condition",
          "condition_id",
          "waivers",
          "label_waivers",
          "notify_emails",
          "waiver_request_config",
          "decision_owners",
          "block_from_cache",
          "share_with_federation"),
      ObjectKind.IGNORE_RULES,
      List.of("notes", "expires_at", "ignore_filters"));

  private PortableContent() {}

  /** The content of an object as a server gives it; a condition is still named by its id. */
  public static ObjectNode of(ObjectKind kind, ObjectNode read) {
    ObjectNode content = read.deepCopy();
    content.remove(SERVER_SET.get(kind));
    if (content.path("general_data").isObject()) {
      ((ObjectNode) content.get("general_data")).remove(OF_WATCHES);
    }
    for (JsonNode waiver : waivers(content)) {
      ((ObjectNode) waiver).remove(WaiverFields.OF_PACKAGE.setByServer());
    }
    if (content.path("condition").isObject()) {
      content.remove("condition"); // a copy; in a file there is its name
    }
    if (kind == ObjectKind.CURATION_POLICIES && content.path("enabled").asBoolean()) {
      content.remove("enabled");
    }
    return Canonical.of(content);
  }

  /**
   * The part of it that can be sent: policies and watches as they are, and a copy of what is known of
   * the others, whose unknown fields may be of those that servers refuse.
   */
  public static ObjectNode sendable(ObjectKind kind, ObjectNode content) {
    if (ObjectKinds.isNamed(kind)) {
      return content;
    }
    ObjectNode sendable = content.deepCopy().retain(SENDABLE.get(kind));
    waivers(sendable)
        .forEach(waiver -> ((ObjectNode) waiver).retain(WaiverFields.of(waiver).editable()));
    return sendable;
  }

  /** Fields of an object with an id that are never sent, since nobody knows whether they may be. */
  public static Set<String> unknownFields(ObjectKind kind, ObjectNode content) {
    Set<String> names = new TreeSet<>();
    content.fieldNames().forEachRemaining(names::add);
    names.removeAll(SENDABLE.get(kind));
    names.remove("enabled");
    return names;
  }

  /** The part of a waiver that can be sent for a new one. */
  public static ObjectNode sentOfWaiver(JsonNode waiver) {
    return WaiverFields.sent(waiver);
  }

  /** The package and label waivers of a curation policy that are objects. */
  public static List<JsonNode> waivers(JsonNode policy) {
    List<JsonNode> waivers = new ArrayList<>();
    policy.path("waivers").forEach(waivers::add);
    policy.path("label_waivers").forEach(waivers::add);
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
