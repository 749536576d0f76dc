package io.github.xrayclient.policy;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
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
 * A change of a policy that was read. An update replaces the description and all rules of the
 * policy, so it starts with those that were read, and each call of the builder changes one thing.
 * It keeps fields that this version of the library does not know, and never sends fields that only
 * the server sets. {@code fail_pull_request} is the exception: servers accept it, but never return
 * it, so an update that does not set it again clears it. Immutable and thread-safe.
 *
 * @see "JFrog REST APIs: Update Policy"
 */
public final class PolicyUpdate {
  private final Policy base;
  private final Optional<String> description;
  private final List<Rule> rules;
  private final Map<String, JsonNode> extras;
  private final List<Rule> newRules;
  private final Map<String, Object> body;

  private PolicyUpdate(Builder builder) {
    this.base = builder.base;
    this.description = builder.description();
    this.rules = List.copyOf(builder.rules());
    this.extras = builder.extras();
    Set<String> newNames = new HashSet<>(builder.added);
    base.rules().forEach(rule -> newNames.remove(rule.name()));
    this.newRules = rules.stream()
        .filter(rule -> newNames.contains(rule.name()))
        .collect(Collectors.toUnmodifiableList());
    this.body = PolicyBody.of(base.name(), base.type(), description, rules, extras);
  }

  /** Returns a builder of an update that changes nothing yet. */
  public static Builder of(Policy policy) {
    return new Builder(policy);
  }

  /** The policy that the update was made from, as it was read. */
  public Policy base() {
    return base;
  }

  /** The policy as it will be after the update. */
  public Policy changed() {
    return base.toBuilder().description(description).rules(rules).extras(extras).build();
  }

  /**
   * The rules that this update adds. A rule that replaces one of the same name is not among them.
   */
  public List<Rule> newRules() {
    return newRules;
  }

  /**
   * The differences between the policy that was read and {@link #changed()}. Nothing is sent.
   * {@code fail_pull_request} is not compared, since no server returns it.
   */
  public List<FieldChange> changes() {
    return PolicyFields.changes(base, this);
  }

  /** The body of the request, by wire names. */
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

  /** A builder of {@link PolicyUpdate} values. Not thread-safe. */
  public static final class Builder extends PolicyBuilder<Builder> {
    private final Policy base;
    private final Set<String> added = new HashSet<>();

    private Builder(Policy policy) {
      super(
          Objects.requireNonNull(policy, "policy").description(), policy.rules(), policy.extras());
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

    /**
     * The policy that the update is made from, as it was read, for changes that depend on its
     * values.
     */
    public Policy base() {
      return base;
    }

    /**
     * Adds a rule. A rule without a priority is evaluated last: it gets the largest number in the
     * policy plus 1.
     */
    @Override
    public Builder addRule(Rule rule) {
      added.add(Objects.requireNonNull(rule, "rule").name());
      return super.addRule(rule);
    }

    /**
     * Builds the update. What has not changed since it was read is not checked.
     *
     * @throws IllegalArgumentException if the update drops the last rule, or has a rule that
     *     servers are known to refuse; the message names the rule and the field
     */
    public PolicyUpdate build() {
      boolean wasReadWithoutRules = base.rules().isEmpty() && rules().isEmpty();
      if (!wasReadWithoutRules) {
        check(base.type().orElse(PolicyType.of("")), base.rules());
      }
      return new PolicyUpdate(this);
    }
  }
}
