package io.github.xrayclient.diagnostics.internal.migration.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The switches by which a rule of an Xray policy blocks downloads. */
public final class DownloadSwitches {
  public static final String ACTIVE = "active";
  public static final String UNSCANNED = "unscanned";

  /** The switches. Servers accept the second only together with the first. */
  public static final List<String> NAMES = List.of(ACTIVE, UNSCANNED);

  private static final String ACTIONS = "actions";
  private static final String BLOCK_DOWNLOAD = "block_download";

  private DownloadSwitches() {}

  /** Whether the switch of a rule is on. A text or a number counts by its meaning. */
  public static boolean isOn(JsonNode rule, String name) {
    JsonNode block = rule.path(ACTIONS).path(BLOCK_DOWNLOAD);
    return block.isObject()
        ? block.path(name).asBoolean()
        : name.equals(ACTIVE) && block.asBoolean();
  }

  /** Whether a switch of the rule is on. */
  public static boolean isAnyOn(JsonNode rule) {
    return NAMES.stream().anyMatch(name -> isOn(rule, name));
  }

  /** Whether a rule of the policy blocks downloads. */
  public static boolean isAnyRuleOn(JsonNode policy) {
    for (JsonNode rule : policy.path("rules")) {
      if (isAnyOn(rule)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a rule says anything about these switches. */
  public static boolean isIn(JsonNode rule) {
    return rule.path(ACTIONS).path(BLOCK_DOWNLOAD).isObject();
  }

  /** Turns the switch of a rule on or off. */
  public static void set(ObjectNode rule, String name, boolean on) {
    JsonNode known = rule.path(ACTIONS);
    ObjectNode actions = known.isObject() ? (ObjectNode) known : rule.putObject(ACTIONS);
    JsonNode block = actions.path(BLOCK_DOWNLOAD);
    (block.isObject() ? (ObjectNode) block : actions.putObject(BLOCK_DOWNLOAD)).put(name, on);
  }
}
