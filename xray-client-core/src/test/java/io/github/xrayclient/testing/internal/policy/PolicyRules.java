package io.github.xrayclient.testing.internal.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.testing.internal.http.Call;
import io.github.xrayclient.testing.internal.http.Refusal;
import io.github.xrayclient.testing.internal.store.Trees;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Checks a policy in a request as the server does. */
public final class PolicyRules {
  public static final String UNPARSABLE = "Failed to parse request";
  private static final String INVALID = "Found Invalid Policy";
  private static final List<String> SERVER_SET =
      List.of("author", "created", "modified", "watches", "project_key");
  private static final Set<String> TYPES = Set.of("security", "license", "operational_risk");

  private PolicyRules() {}

  /** Returns the body if it is an object whose members have the right JSON types. */
  public static ObjectNode read(Call call) {
    ObjectNode body = call.body(415, UNPARSABLE);
    demandType(body, JsonNodeType.STRING, "name", "type", "description");
    demandType(body, JsonNodeType.ARRAY, "rules");
    for (JsonNode rule : body.path("rules")) {
      if (!rule.isObject()) {
        throw Refusal.error(415, UNPARSABLE);
      }
      demandType(rule, JsonNodeType.STRING, "name");
      demandType(rule, JsonNodeType.NUMBER, "priority");
      demandType(rule, JsonNodeType.OBJECT, "criteria", "actions");
      CriteriaRules.demandTypes(rule.path("criteria"));
      ActionRules.demandTypes(rule.path("actions"));
    }
    return body;
  }

  public static void demandType(JsonNode object, JsonNodeType type, String... members) {
    if (Trees.wronglyTyped(object, type, List.of(members)).isPresent()) {
      throw Refusal.error(415, UNPARSABLE);
    }
  }

  public static void requireName(ObjectNode policy) {
    if (Trees.isEmpty(policy.path("name"))) {
      throw mandatoryMissing();
    }
  }

  /** Checks everything but the name of the policy, which an update may omit. */
  public static void check(ObjectNode policy) {
    for (String member : SERVER_SET) {
      if (policy.has(member)) {
        throw Refusal.error(400, INVALID + ": " + member + " cannot be set");
      }
    }
    if (Trees.isEmpty(policy.path("type")) || Trees.isEmpty(policy.path("rules"))) {
      throw mandatoryMissing();
    }
    String type = Trees.text(policy, "type");
    if (!TYPES.contains(type)) {
      throw Refusal.error(400, "Got Invalid Policy");
    }
    Set<String> names = new HashSet<>();
    for (JsonNode rule : policy.path("rules")) {
      if (Trees.isEmpty(rule.path("name")) || Trees.isAbsent(rule.path("criteria"))) {
        throw mandatoryMissing();
      }
      if (!names.add(Trees.text(rule, "name"))
          || !CriteriaRules.allow(type, rule.path("criteria"))
          || !ActionRules.allow(rule.path("actions"))) {
        throw Refusal.error(400, INVALID);
      }
    }
  }

  private static Refusal mandatoryMissing() {
    return Refusal.error(400, INVALID + ": Mandatory fields are missing");
  }
}
