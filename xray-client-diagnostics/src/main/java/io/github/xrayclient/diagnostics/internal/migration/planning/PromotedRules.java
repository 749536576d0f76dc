package io.github.xrayclient.diagnostics.internal.migration.planning;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.diagnostics.internal.migration.content.DownloadSwitches;
import io.github.xrayclient.diagnostics.internal.migration.content.StoredObject;
import java.util.ArrayList;
import java.util.List;

/** Turns on the download switches of the rules of an Xray policy. */
final class PromotedRules {
  private final List<ObjectNode> rules = new ArrayList<>();

  private PromotedRules(ObjectNode policy) {
    for (JsonNode rule : policy.path("rules")) {
      if (rule.isObject()) {
        rules.add((ObjectNode) rule);
      }
    }
  }

  /** Turns on the switches that are on in the desired policy. */
  static void turnOn(ObjectNode policy, StoredObject desired) {
    PromotedRules promoted = new PromotedRules(policy);
    for (JsonNode wanted : desired.content().path("rules")) {
      for (ObjectNode rule : promoted.rules) {
        if (rule.path("name").equals(wanted.path("name"))) {
          DownloadSwitches.NAMES.stream()
              .filter(name -> DownloadSwitches.isOn(wanted, name))
              .forEach(name -> turnOn(rule, name));
        }
      }
    }
  }

  /** Turns on the switch for violations in the rules that have switches, or else in all rules. */
  static void turnOn(ObjectNode policy) {
    PromotedRules promoted = new PromotedRules(policy);
    boolean isAnySet = promoted.rules.stream().anyMatch(DownloadSwitches::isIn);
    promoted.rules.stream()
        .filter(rule -> !isAnySet || DownloadSwitches.isIn(rule))
        .forEach(rule -> turnOn(rule, DownloadSwitches.ACTIVE));
  }

  private static void turnOn(ObjectNode rule, String name) {
    if (!DownloadSwitches.isOn(rule, name)) {
      DownloadSwitches.set(rule, name, true);
    }
  }
}
