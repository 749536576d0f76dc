package io.github.xrayclient.diagnostics.internal.migration.planning;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.diagnostics.internal.migration.content.DownloadSwitches;
import io.github.xrayclient.diagnostics.internal.migration.content.StoredObject;
import io.github.xrayclient.diagnostics.migration.ObjectKey;
import io.github.xrayclient.diagnostics.migration.ObjectKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Finds for each rule of a policy the rule of the target that it was: the one with the same name
 * and content, or else the only one with the same content, or else the one with the same name.
 * Whether rules block, and their priorities, do not count as content. Only names count if another
 * rule of the target got the name of one that has no counterpart.
 */
final class RuleCounterparts {
  private final ObjectNode policy;

  /** The rules in the order in which the server evaluates them. */
  private final List<ObjectNode> wanted;

  private final List<ObjectNode> stored;
  private final IdentityHashMap<ObjectNode, ObjectNode> counterparts = new IdentityHashMap<>();

  /**
   * @param policy the policy of the snapshot, to which rules may be added
   * @param stored the policy of the target
   */
  RuleCounterparts(ObjectNode policy, Optional<StoredObject> stored) {
    this.policy = policy;
    this.wanted = inOrder(policy);
    this.stored = stored.map(object -> inOrder(object.content())).orElseGet(List::of);
    match(rule -> name(rule) + likeness(rule));
    match(RuleCounterparts::likeness);
    match(RuleCounterparts::name);
    if (isNameTakenByAnother()) {
      counterparts.clear();
      match(RuleCounterparts::name);
    }
  }

  /** Whether a rule that only the target has could not be kept beside a new one of its name. */
  private boolean isNameTakenByAnother() {
    Set<String> names = wanted.stream().map(RuleCounterparts::name).collect(Collectors.toSet());
    return onlyOnTarget().stream().anyMatch(rule -> names.contains(name(rule)));
  }

  private static List<ObjectNode> inOrder(ObjectNode policy) {
    List<ObjectNode> rules = new ArrayList<>();
    for (JsonNode rule : policy.path("rules")) {
      if (rule.isObject()) {
        rules.add((ObjectNode) rule);
      }
    }
    rules.sort(Comparator.comparingInt(rule -> rule.path("priority").asInt(Integer.MAX_VALUE)));
    return rules;
  }

  /** Matches the rules without a counterpart that are the only ones with a text on both sides. */
  private void match(Function<ObjectNode, String> text) {
    Map<String, List<ObjectNode>> left =
        onlyOnTarget().stream().collect(Collectors.groupingBy(text));
    Map<String, List<ObjectNode>> rules =
        wanted.stream().filter(rule -> of(rule).isEmpty()).collect(Collectors.groupingBy(text));
    rules.forEach((key, same) -> {
      List<ObjectNode> found = left.getOrDefault(key, List.of());
      if (same.size() == 1 && found.size() == 1) {
        counterparts.put(same.get(0), found.get(0));
      }
    });
  }

  private static String name(ObjectNode rule) {
    return rule.path("name").asText();
  }

  /** A text that is equal for rules with the same content. */
  private static String likeness(ObjectNode rule) {
    ObjectNode content = rule.deepCopy();
    content.put("name", "rule").remove("priority");
    DownloadSwitches.NAMES.forEach(name -> DownloadSwitches.set(content, name, false));
    ObjectNode policy = rule.objectNode();
    policy.putArray("rules").add(content);
    return StoredObject.of(ObjectKey.of(ObjectKind.POLICIES, "policy"), policy).likeness(List.of());
  }

  /** The rules of the policy. */
  List<ObjectNode> wanted() {
    return wanted;
  }

  /** The rule of the target that a rule of the policy was; empty for a new rule. */
  Optional<ObjectNode> of(ObjectNode rule) {
    return Optional.ofNullable(counterparts.get(rule));
  }

  /** The rules of the target that are no counterparts, in the order of their evaluation. */
  List<ObjectNode> onlyOnTarget() {
    Set<ObjectNode> found = Collections.newSetFromMap(new IdentityHashMap<>());
    found.addAll(counterparts.values());
    return stored.stream().filter(rule -> !found.contains(rule)).collect(Collectors.toList());
  }

  /**
   * Adds rules of the target to the policy, each behind the rules that are evaluated before it on
   * the target.
   *
   * @param kept in the order of their evaluation
   */
  void keep(List<ObjectNode> kept) {
    List<ObjectNode> merged = new ArrayList<>(wanted);
    for (ObjectNode rule : kept) {
      List<ObjectNode> before = stored.subList(0, indexOf(stored, rule));
      int place = 0;
      for (int i = 0; i < merged.size(); i++) {
        ObjectNode was = counterparts.getOrDefault(merged.get(i), merged.get(i));
        if (indexOf(before, was) >= 0) {
          place = i + 1;
        }
      }
      merged.add(place, rule);
    }
    putInOrder(merged);
  }

  /** Raises priorities so that the rules are evaluated in this order, and adds those that are new. */
  private void putInOrder(List<ObjectNode> rules) {
    ArrayNode all = policy.withArrayProperty("rules");
    int last = 0;
    for (ObjectNode rule : rules) {
      ObjectNode sent = rule;
      if (indexOf(wanted, rule) < 0) {
        sent = rule.deepCopy();
        all.add(sent);
      }
      last = Math.max(last + 1, rule.path("priority").asInt());
      sent.put("priority", last);
    }
  }

  @SuppressWarnings("ReferenceEquality") // two rules of a policy may be equal
  private static int indexOf(List<ObjectNode> rules, ObjectNode rule) {
    for (int i = 0; i < rules.size(); i++) {
      if (rules.get(i) == rule) {
        return i;
      }
    }
    return -1;
  }
}
