package io.github.xrayclient.diagnostics.internal.migration.planning;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.diagnostics.internal.migration.content.DownloadSwitches;
import io.github.xrayclient.diagnostics.internal.migration.content.StoredObject;
import java.util.Collections;
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
 * Whether rules block, and their priorities, do not count as content. If a rule of the target would
 * have no counterpart although the policy has a rule with its name, only names count.
 */
final class RuleCounterparts {
  private final List<ObjectNode> wanted;
  private final List<ObjectNode> stored;
  private final IdentityHashMap<ObjectNode, ObjectNode> counterparts = new IdentityHashMap<>();

  /**
   * @param policy the policy of the snapshot
   * @param stored the policy of the target
   */
  RuleCounterparts(ObjectNode policy, Optional<StoredObject> stored) {
    this.wanted = PolicyRules.inOrder(policy);
    this.stored = stored.map(object -> PolicyRules.inOrder(object.content())).orElseGet(List::of);
    match(rule -> name(rule) + likeness(rule));
    match(RuleCounterparts::likeness);
    match(RuleCounterparts::name);
    if (isNameTakenByAnother()) {
      counterparts.clear();
      match(RuleCounterparts::name);
    }
  }

  /**
   * Whether a rule that only the target has could not be kept, because a rule of the policy that is
   * not its counterpart has its name. Names are unique in a policy.
   */
  private boolean isNameTakenByAnother() {
    Set<String> names = wanted.stream().map(RuleCounterparts::name).collect(Collectors.toSet());
    return onlyOnTarget().stream().anyMatch(rule -> names.contains(name(rule)));
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
    return PolicyRules.fingerprint(content);
  }

  /** The rules of the policy, in the order of their evaluation. */
  List<ObjectNode> wanted() {
    return wanted;
  }

  /** The rule of the target that a rule of the policy was; empty for a new rule. */
  Optional<ObjectNode> of(ObjectNode rule) {
    return Optional.ofNullable(counterparts.get(rule));
  }

  /** The rules of the target that are no counterparts. */
  private List<ObjectNode> onlyOnTarget() {
    Set<ObjectNode> found = Collections.newSetFromMap(new IdentityHashMap<>());
    found.addAll(counterparts.values());
    return stored.stream().filter(rule -> !found.contains(rule)).collect(Collectors.toList());
  }

  /** The rules of the target, in the order of their evaluation. */
  List<ObjectNode> stored() {
    return stored;
  }

  /** The rule of the policy that a rule of the target became; empty if the policy lacks it. */
  @SuppressWarnings("ReferenceEquality") // two rules of a policy may be equal
  Optional<ObjectNode> wantedFor(ObjectNode rule) {
    return wanted.stream().filter(other -> counterparts.get(other) == rule).findFirst();
  }
}
