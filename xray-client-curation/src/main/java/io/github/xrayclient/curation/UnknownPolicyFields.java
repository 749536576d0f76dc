package io.github.xrayclient.curation;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.curation.internal.fields.CurationPolicyFields;
import io.github.xrayclient.internal.secret.VisibleText;
import io.github.xrayclient.internal.write.PolicyFields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The fields of a curation policy that this version of the library does not know. */
final class UnknownPolicyFields {
  private final Map<String, JsonNode> values = new LinkedHashMap<>();
  private String owner = "a new policy";

  /** Adds the unknown fields of a policy that was read. */
  void add(CurationPolicy policy) {
    values.putAll(policy.extras());
    values.keySet().removeAll(CurationPolicyFields.FIELDS.editable());
    values.keySet().removeAll(CurationPolicyFields.FIELDS.setByServer());
    owner = "policy " + policy.id();
  }

  /**
   * The value of a field that was read and is to be sent.
   *
   * @throws IllegalArgumentException if the field is known, is set by the server, or was not read
   */
  JsonNode value(String name) {
    check(name);
    JsonNode value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException(owner + " has no unknown field \"" + name
          + "\"; its unknown fields are " + values.keySet());
    }
    return value;
  }

  /**
   * Checks that a field may be sent although the library does not know it. Names are compared
   * without case, since servers may read them so.
   *
   * @throws IllegalArgumentException if the field is known, or is set by the server
   */
  static void check(String name) {
    if (isIn(CurationPolicyFields.FIELDS.editable(), name)) {
      throw new IllegalArgumentException(
          VisibleText.oneLine(name) + " is a field that this library knows; call its own method");
    }
    if (isIn(CurationPolicyFields.FIELDS.setByServer(), name)
        || isIn(PolicyFields.FIELDS.setByServer(), name)) {
      throw new IllegalArgumentException(
          VisibleText.oneLine(name) + " is set by the server and cannot be sent; leave it out");
    }
  }

  private static boolean isIn(Set<String> names, String name) {
    return names.stream().anyMatch(name.strip()::equalsIgnoreCase);
  }

  /** The names of the fields that are not among those that are sent. */
  List<String> without(Set<String> sent) {
    return values.keySet().stream()
        .filter(name -> !sent.contains(name))
        .collect(Collectors.toUnmodifiableList());
  }
}
