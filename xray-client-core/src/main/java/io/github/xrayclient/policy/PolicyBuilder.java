package io.github.xrayclient.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.internal.write.UnreadList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The methods that the builders of drafts and of updates share; {@code B} is the type of the
 * builder. The methods are not final, so that the compiler generates bridge methods for them in the
 * public builders: reflection cannot call a method that is declared in a class that is not public.
 */
abstract class PolicyBuilder<B> {
  private static final String RULES = "rules";

  private final List<Rule> rules;
  private final Map<String, JsonNode> extras;
  private Optional<String> description;
  private boolean unchecked;

  PolicyBuilder(
      Optional<String> description, Collection<Rule> rules, Map<String, JsonNode> extras) {
    this.description = description;
    this.rules = new ArrayList<>(rules);
    this.extras = UnreadList.withoutIfSet(RULES, rules, extras);
  }

  abstract B self();

  /** The name of the policy, for messages. */
  abstract String policyName();

  /** Sets what the policy is for, as free text. */
  public B description(String description) {
    this.description = Optional.of(Objects.requireNonNull(description, "description"));
    return self();
  }

  /**
   * Adds a rule. A rule without a priority is evaluated last: it gets the largest number in the
   * policy plus 1.
   */
  public B addRule(Rule rule) {
    Objects.requireNonNull(rule, "rule");
    refuseUnreadRules();
    int last = rules.stream().mapToInt(each -> each.priority().orElse(0)).max().orElse(0);
    rules.add(
        rule.priority().isPresent() ? rule : rule.toBuilder().priority(last + 1).build());
    return self();
  }

  /**
   * Replaces the rule of this name by what the function returns for it: {@code changeRule("r", rule
   * -> rule.toBuilder().actions(actions).build())}.
   *
   * @throws IllegalArgumentException if the policy has no rule of this name
   */
  public B changeRule(String name, UnaryOperator<Rule> change) {
    Objects.requireNonNull(change, "change");
    int place = find(name);
    rules.set(
        place,
        Objects.requireNonNull(change.apply(rules.get(place)), "change must not return null"));
    return self();
  }

  /**
   * Removes the rule of this name.
   *
   * @throws IllegalArgumentException if the policy has no rule of this name
   */
  public B dropRule(String name) {
    rules.remove(find(name));
    return self();
  }

  /**
   * Turns off the checks in {@code build()}, so that a draft or update is sent even if this library
   * expects the server to refuse it. A newer server may accept it.
   */
  public B unchecked() {
    this.unchecked = true;
    return self();
  }

  final Optional<String> description() {
    return description;
  }

  final List<Rule> rules() {
    return rules;
  }

  /** The extras of the policy that was read, without rules that were set since. */
  final Map<String, JsonNode> extras() {
    return extras;
  }

  /** Checks the rules, except those that have not changed since they were read. */
  final void check(PolicyType type, Collection<Rule> asRead) {
    boolean isUnread = rules.isEmpty() && UnreadList.isIn(extras, RULES);
    if (!unchecked && !isUnread) {
      PolicyChecks.check(policyName(), type, rules, asRead);
    }
  }

  private void refuseUnreadRules() {
    UnreadList.refuse("policy \"" + policyName() + "\"", RULES, extras, "toBuilder().rules(..)");
  }

  private int find(String name) {
    Objects.requireNonNull(name, "name");
    refuseUnreadRules();
    for (int i = 0; i < rules.size(); i++) {
      if (rules.get(i).name().equals(name)) {
        return i;
      }
    }
    throw new IllegalArgumentException("policy \"" + policyName() + "\" has no rule \"" + name
        + "\"; its rules are " + rules.stream().map(Rule::name).collect(Collectors.toList()));
  }
}
