package io.github.xrayclient.testing.internal.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;

/** Checks the actions of a rule as the server does. */
public final class ActionRules {
  private ActionRules() {}

  public static void demandTypes(JsonNode actions) {
    PolicyRules.demandType(actions, JsonNodeType.OBJECT, "block_download", "fail_pull_request");
    PolicyRules.demandType(actions, JsonNodeType.ARRAY, "webhooks", "mails");
    PolicyRules.demandType(actions, JsonNodeType.NUMBER, "build_failure_grace_period_in_days");
    PolicyRules.demandType(actions, JsonNodeType.STRING, "custom_severity");
    PolicyRules.demandType(
        actions,
        JsonNodeType.BOOLEAN,
        "fail_build",
        "block_release_bundle_distribution",
        "block_release_bundle_promotion",
        "notify_deployer",
        "notify_watch_recipients",
        "create_ticket_enabled");
    JsonNode block = actions.path("block_download");
    PolicyRules.demandType(block, JsonNodeType.BOOLEAN, "active", "unscanned");
    PolicyRules.demandType(block, JsonNodeType.NUMBER, "grace_period_days");
  }

  public static boolean allow(JsonNode actions) {
    boolean graceOfAnyBuild = actions.path("build_failure_grace_period_in_days").asInt() > 0;
    JsonNode block = actions.path("block_download");
    return (!graceOfAnyBuild || actions.path("fail_build").asBoolean())
        && (!block.path("unscanned").asBoolean() || block.path("active").asBoolean());
  }
}
