package io.github.xrayclient.policy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What drafts and updates of policies have in common; {@code B} is the builder itself. Its methods are
 * not final, so that the public builders get methods of their own that call them: reflection cannot
 * call a method of a class that is not public.
 */
abstract class PolicyBuilder<B> {
  private final List<Rule> rules;
  private Optional<String> description;
  private boolean unchecked;

  PolicyBuilder(Optional<String> description, Collection<Rule> rules) {
    this.description = description;
    this.rules = new ArrayList<>(rules);
  }

  abstract B self();

  /** The name of the policy, for messages. */
  abstract String policyName();

  /** What the policy is for. */
  public B description(String description) {
    this.description = Optional.of(description);
    return self();
  }

  /** Adds a rule; without a priority it is evaluated after all others. */
  public B addRule(Rule rule) {
    int last = rules.stream().mapToInt(each -> each.priority().orElse(0)).max().orElse(0);
    rules.add(
        rule.priority().isPresent() ? rule : rule.toBuilder().priority(last + 1).build());
    return self();
  }

  /**
   * Changes the rule of this name: {@code changeRule("r", rule ->
   * rule.toBuilder().actions(..).build())}.
   *
   * @throws IllegalArgumentException if there is none
   */
  public B changeRule(String name, UnaryOperator<Rule> change) {
    int place = find(name);
    rules.set(place, Objects.requireNonNull(change.apply(rules.get(place)), "rule"));
    return self();
  }

  /**
   * Drops the rule of this name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public B dropRule(String name) {
    rules.remove(find(name));
    return self();
  }

  /** Sends what this library knows to be refused; a newer server may allow it. */
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

  /** Checks the rules, except those that are as they were read. */
  final void check(PolicyType type, Collection<Rule> asRead) {
    if (!unchecked) {
      PolicyChecks.check(type, rules, asRead);
    }
  }

  private int find(String name) {
    for (int i = 0; i < rules.size(); i++) {
      if (rules.get(i).name().equals(name)) {
        return i;
      }
    }
    throw new IllegalArgumentException("policy " + policyName() + " has no rule " + name + ", but "
        + rules.stream().map(Rule::name).collect(Collectors.toList()));
  }
}
