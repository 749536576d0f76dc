package io.github.xrayclient.policy;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.xrayclient.internal.write.PolicyFields;
import io.github.xrayclient.value.FieldChange;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The editable part of a policy, all of it, since an update replaces it all. Made from the policy as
 * it was read, it keeps everything, fields that this version of the library does not know included;
 * each change is a call. What a server sets by itself is never sent. {@code fail_pull_request} is
 * taken by servers but never given back: where it was set, an update without it switches it off.
 * Immutable and thread-safe.
 *
 * @see "JFrog REST APIs: Update Policy"
 */
public final class PolicyUpdate {
  private final Policy base;
  private final Optional<String> description;
  private final List<Rule> rules;
  private final List<Rule> newRules;
  private final Map<String, Object> body;

  private PolicyUpdate(Builder builder) {
    this.base = builder.base;
    this.description = builder.description();
    this.rules = List.copyOf(builder.rules());
    Set<String> newNames = new HashSet<>(builder.added);
    base.rules().forEach(rule -> newNames.remove(rule.name()));
    this.newRules = rules.stream()
        .filter(rule -> newNames.contains(rule.name()))
        .collect(Collectors.toUnmodifiableList());
    this.body = PolicyBody.of(base.name(), base.type(), description, rules, base.extras());
  }

  /** Begins an update that changes nothing. */
  public static Builder of(Policy policy) {
    return new Builder(policy);
  }

  /** The policy as it was read. */
  public Policy base() {
    return base;
  }

  /** The policy as it will be. */
  public Policy changed() {
    return base.toBuilder().description(description).rules(rules).build();
  }

  /** The rules that this update adds, other than those that replace a rule of the same name. */
  public List<Rule> newRules() {
    return newRules;
  }

  /**
   * What will change, before anything is sent: from the policy as it was read to what this update
   * makes of it. {@code
   * fail_pull_request} is not among them, since no server returns it.
   */
  public List<FieldChange> changes() {
    return PolicyFields.changes(base, this);
  }

  /** What is sent, by wire names. */
  @JsonValue
  Map<String, Object> body() {
    return body;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PolicyUpdate
        && base.equals(((PolicyUpdate) other).base)
        && body.equals(((PolicyUpdate) other).body)
        && newRules.equals(((PolicyUpdate) other).newRules);
  }

  @Override
  public int hashCode() {
    return Objects.hash(base, body, newRules);
  }

  @Override
  public String toString() {
    return "PolicyUpdate of " + base.name() + " " + body;
  }

  /** Collects changes. Not thread-safe. */
  public static final class Builder extends PolicyBuilder<Builder> {
    private final Policy base;
    private final Set<String> added = new HashSet<>();

    private Builder(Policy policy) {
      super(policy.description(), policy.rules());
      this.base = policy;
    }

    @Override
    Builder self() {
      return this;
    }

    @Override
    String policyName() {
      return base.name();
    }

    /** The policy as it was read, for changes that depend on it. */
    public Policy base() {
      return base;
    }

    /** Adds a rule; without a priority it is evaluated after all others. */
    @Override
    public Builder addRule(Rule rule) {
      added.add(rule.name());
      return super.addRule(rule);
    }

    /**
     * Finishes the update. Rules that are as they were read are not checked.
     *
     * @throws IllegalArgumentException if a server is known to refuse it; the message names the
     *     field
     */
    public PolicyUpdate build() {
      check(base.type().orElse(PolicyType.of("")), base.rules());
      return new PolicyUpdate(this);
    }
  }
}
