package io.github.xrayclient.curation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.curation.internal.fields.CurationPolicyFields;
import io.github.xrayclient.curation.internal.fields.CurationScopeFields;
import io.github.xrayclient.curation.value.CurationScope;
import io.github.xrayclient.curation.value.WaiverRequestConfig;
import io.github.xrayclient.internal.json.Json;
import io.github.xrayclient.internal.remedy.RemediableArgumentException;
import io.github.xrayclient.remedy.Remedy;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The fields that a draft or an update will send, by wire name. Waivers are among them only if they
 * could not be read. It knows which fields still have the value that was read. Not thread-safe.
 */
final class CurationPolicyContent {
  private static final String SHARED = "share_with_federation";

  private final Map<String, JsonNode> fields = new LinkedHashMap<>();
  private final Map<String, JsonNode> read = new HashMap<>();
  private final Set<String> setByCaller = new HashSet<>();

  /** Sets the editable fields of a policy, without its waivers. */
  void copy(CurationPolicy policy) {
    ObjectNode known = Json.MAPPER.valueToTree(policy.toBuilder()
        .extras(Map.of())
        .waivers(List.of())
        .labelWaivers(List.of())
        .build());
    for (String field : CurationPolicyFields.FIELDS.editable()) {
      JsonNode value = readOrKept(field, known, policy.extras());
      if (!value.isMissingNode() && !(value.isArray() && value.isEmpty())) {
        keep(field, value);
      }
    }
  }

  /** Returns the value of a field; if it could not be read, it is among the extras. */
  private static JsonNode readOrKept(String field, ObjectNode known, Map<String, JsonNode> extras) {
    JsonNode value = known.path(field);
    boolean isAbsent = value.isMissingNode() || (value.isArray() && value.isEmpty());
    return isAbsent && !CurationPolicyFields.WAIVERS.contains(field)
        ? extras.getOrDefault(field, value)
        : value;
  }

  /** Sets a field to the value that was read. */
  void keep(String field, JsonNode value) {
    fields.put(field, value);
    read.put(field, value);
  }

  void set(String field, Object value) {
    fields.put(field, Json.MAPPER.valueToTree(value));
    setByCaller.add(field);
  }

  void setAll(Map<String, JsonNode> values) {
    fields.putAll(values);
    setByCaller.addAll(values.keySet());
  }

  /**
   * The fields to send. A policy that was shared when it was read is no longer shared if the scope
   * that the caller set last does not allow that; a value that the caller set is kept.
   */
  Map<String, JsonNode> fields() {
    Map<String, JsonNode> sent = new LinkedHashMap<>(fields);
    if (endsSharing()) {
      sent.remove(SHARED);
    }
    return sent;
  }

  private boolean endsSharing() {
    CurationScope before = CurationScope.of(present(read.get("scope")).asText());
    return setByCaller.contains("scope")
        && !setByCaller.contains(SHARED)
        && !CurationScopeFields.isShareable(scope())
        && (!scope().equals(before) || field(SHARED).asBoolean());
  }

  /** Sets the scope and one of its lists, and removes the lists of other scopes. */
  void scope(CurationScope scope, String list, Collection<?> elements) {
    for (String other : CurationScopeFields.LISTS) {
      if (!CurationScopeFields.of(scope).contains(other)) {
        fields.remove(other);
      }
    }
    set("scope", scope);
    set(list, elements);
  }

  private CurationScope scope() {
    return CurationScope.of(field("scope").asText());
  }

  /** The value of a field; a missing node if the field is absent, null or an empty list. */
  private JsonNode field(String name) {
    return present(fields.get(name));
  }

  private boolean isAsRead(String field) {
    return field(field).equals(present(read.get(field)));
  }

  private static JsonNode present(@Nullable JsonNode value) {
    if (value == null || value.isNull() || (value.isArray() && value.isEmpty())) {
      return MissingNode.getInstance();
    }
    return value;
  }

  /**
   * Checks the fields of a new policy. A scope and lists that were copied from another policy, and
   * not changed, are not checked.
   *
   * @throws IllegalArgumentException if fields contradict each other
   */
  void check() {
    checkOwners();
    checkSharing();
    if (read.isEmpty() || !isScopeAsRead()) {
      checkScope();
    }
  }

  /**
   * Checks the fields that differ from what was read. What a server sent is sent back, even if this
   * library would not allow it in a new policy.
   *
   * @throws IllegalArgumentException if fields contradict each other
   */
  void checkChanges() {
    if (!isAsRead("waiver_request_config") || !isAsRead("decision_owners")) {
      checkOwners();
    }
    if (!isAsRead("scope") || !isAsRead(SHARED)) {
      checkSharing();
    }
    if (!isScopeAsRead()) {
      checkScope();
    }
  }

  private boolean isScopeAsRead() {
    return Stream.concat(Stream.of("scope"), CurationScopeFields.LISTS.stream())
        .allMatch(this::isAsRead);
  }

  /** Refuses a policy with manual decisions on waiver requests, but without groups to decide. */
  private void checkOwners() {
    WaiverRequestConfig config =
        WaiverRequestConfig.of(field("waiver_request_config").asText());
    if (config.equals(WaiverRequestConfig.MANUAL) && field("decision_owners").isEmpty()) {
      throw new RemediableArgumentException(
          "waiverRequestConfig is manual, but decisionOwners is empty",
          Remedy.of(Remedy.Kind.CORRECT_OBJECT, "name the groups that decide"));
    }
  }

  /** Refuses a shared policy whose scope does not allow that. */
  private void checkSharing() {
    if (!endsSharing()
        && !CurationScopeFields.isShareable(scope())
        && field(SHARED).asBoolean()) {
      boolean groups = scope().equals(CurationScope.SPECIFIC_GROUPS);
      String methods = groups ? "groups(..) or excludedGroups(..)" : "onlyRepositories(..)";
      throw new RemediableArgumentException(
          "a policy for certain " + (groups ? "groups" : "repositories")
              + " cannot be shared with a federation",
          Remedy.of(
              Remedy.Kind.CORRECT_OBJECT,
              "shareWithFederation(true) cannot be combined with " + methods
                  + "; remove one of them"));
    }
  }

  private void checkScope() {
    CurationScopeFields.refuseContradiction(this::field);
  }
}
