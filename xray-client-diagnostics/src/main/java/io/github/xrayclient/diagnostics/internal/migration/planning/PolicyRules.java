package io.github.xrayclient.diagnostics.internal.migration.planning;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.diagnostics.internal.migration.content.DownloadSwitches;
import io.github.xrayclient.diagnostics.internal.migration.content.StoredObject;
import io.github.xrayclient.diagnostics.migration.ObjectKey;
import io.github.xrayclient.diagnostics.migration.ObjectKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Reads the rules of policies. Of the rules that match an artifact, only the first one counts. */
final class PolicyRules {
  private PolicyRules() {}

  /** The rules of a policy in the order in which the server evaluates them. */
  static List<ObjectNode> inOrder(ObjectNode policy) {
    List<ObjectNode> rules = new ArrayList<>();
    for (JsonNode rule : policy.path("rules")) {
      if (rule.isObject()) {
        rules.add((ObjectNode) rule);
      }
    }
    rules.sort(Comparator.comparingInt(PolicyRules::priority));
    return rules;
  }

  private static int priority(ObjectNode rule) {
    return rule.path("priority").asInt(Integer.MAX_VALUE);
  }

  /**
   * The rules that decide what is blocked: all down to the last one that blocks, and those that
   * have its priority, since they may be evaluated before it.
   */
  static List<ObjectNode> decisive(List<ObjectNode> rules) {
    int size = rules.size();
    while (size > 0 && !DownloadSwitches.isAnyOn(rules.get(size - 1))) {
      size--;
    }
    while (size > 0
        && size < rules.size()
        && priority(rules.get(size)) == priority(rules.get(size - 1))) {
      size++;
    }
    return rules.subList(0, size);
  }

  /** Texts that are equal for policies that block the same. */
  static List<String> blocking(StoredObject policy) {
    return decisive(inOrder(policy.content())).stream()
        .sorted(Comparator.comparingInt(PolicyRules::priority)
            .thenComparing(PolicyRules::blocking)) // the order of equal priorities is not known
        .map(PolicyRules::blocking)
        .collect(Collectors.toList());
  }

  private static String blocking(ObjectNode rule) {
    ObjectNode content = rule.deepCopy().retain("criteria").put("name", "rule");
    DownloadSwitches.NAMES.forEach(
        name -> DownloadSwitches.set(content, name, DownloadSwitches.isOn(rule, name)));
    return fingerprint(content);
  }

  /** A text that is equal for rules with the same meaning for servers. */
  static String fingerprint(ObjectNode rule) {
    ObjectNode policy = rule.objectNode();
    policy.putArray("rules").add(rule);
    return StoredObject.of(ObjectKey.of(ObjectKind.POLICIES, "policy"), policy).likeness(List.of());
  }

  /** Whether no two of the rules have the same priority. */
  static boolean isStrict(List<ObjectNode> rules) {
    return rules.stream().map(PolicyRules::priority).distinct().count() == rules.size();
  }
}
