package io.github.xrayclient.testing.internal.curation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.testing.internal.http.Call;
import io.github.xrayclient.testing.internal.http.Refusal;
import io.github.xrayclient.testing.internal.http.Settings;
import io.github.xrayclient.testing.internal.store.Trees;
import java.util.List;

/** Checks a curation policy in a request as the server does. */
public final class CurationPolicyRules {
  private static final List<String> SERVER_SET =
      List.of("id", "created_by", "updated_by", "created_at", "updated_at", "condition");
  private static final List<String> REQUIRED =
      List.of("name", "scope", "policy_action", "condition_id");
  private static final List<String> LISTS = List.of(
      "repo_exclude",
      "repo_include",
      "pkg_types_include",
      "group_include",
      "group_exclude",
      "notify_emails",
      "decision_owners");
  private static final List<String> FLAGS = List.of("block_from_cache", "share_with_federation");

  private final Settings settings;

  public CurationPolicyRules(Settings settings) {
    this.settings = settings;
  }

  public static ObjectNode read(Call call) {
    return call.body(400, "failed to parse request body");
  }

  public static Refusal invalid(String reason) {
    return Refusal.error(400, "policy is invalid: " + reason);
  }

  public void checkNew(ObjectNode policy, boolean conditionIsKnown) {
    if (policy.has("enabled")) {
      throw invalid("enabled cannot be set");
    }
    check(policy, conditionIsKnown);
  }

  /**
   * Checks what a new policy and an update must both comply with. An update may switch the policy
   * on again.
   */
  public void check(ObjectNode policy, boolean conditionIsKnown) {
    for (String member : SERVER_SET) {
      if (policy.has(member)) {
        throw invalid(member + " cannot be set");
      }
    }
    if (policy.has("enabled") && !policy.path("enabled").equals(BooleanNode.TRUE)) {
      throw invalid("enabled can only be set to true");
    }
    checkTypes(policy);
    demand(policy.path("policy_action"), List.of("block", "dry_run"), "policy_action");
    if (!policy.path("condition_id").textValue().matches("[0-9]+")) {
      throw invalid("condition_id must consist of digits, but was "
          + policy.path("condition_id").textValue());
    }
    if (!conditionIsKnown) {
      throw invalid("condition " + policy.path("condition_id").textValue() + " does not exist");
    }
    CurationScopeRules.check(policy);
    checkOwners(policy);
    if (policy.path("block_from_cache").asBoolean() && !settings.blockFromCacheAllowed) {
      throw invalid("block from cache is not enabled in curation config");
    }
  }

  private static void checkTypes(ObjectNode policy) {
    for (String member : REQUIRED) {
      if (!policy.path(member).isTextual() || policy.path(member).textValue().isBlank()) {
        throw invalid(member + " is required and must be text");
      }
    }
    for (String member : LISTS) {
      JsonNode list = policy.path(member);
      boolean wrong = !list.isArray();
      for (JsonNode element : list) {
        wrong |= !element.isTextual();
      }
      if (wrong && !Trees.isAbsent(list)) {
        throw invalid(member + " must be a list of texts");
      }
    }
    Trees.wronglyTyped(policy, JsonNodeType.BOOLEAN, FLAGS).ifPresent(member -> {
      throw invalid(member + " must be true or false");
    });
  }

  private static void checkOwners(ObjectNode policy) {
    JsonNode config = policy.path("waiver_request_config");
    if (Trees.isAbsent(config)) {
      return;
    }
    demand(config, List.of("forbidden", "manual", "auto_approved"), "waiver_request_config");
    if (config.textValue().equals("manual") && Trees.isEmpty(policy.path("decision_owners"))) {
      throw invalid("decision_owners is required when waiver_request_config is manual");
    }
  }

  private static void demand(JsonNode value, List<String> allowed, String member) {
    if (!value.isTextual() || !allowed.contains(value.textValue())) {
      throw invalid(
          member + " must be one of " + String.join(", ", allowed) + ", but was " + value);
    }
  }
}
