package io.github.xrayclient.policy;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.internal.call.Arguments;
import io.github.xrayclient.internal.json.Json;
import io.github.xrayclient.internal.json.NonBlank;
import io.github.xrayclient.internal.write.DraftFields;
import io.github.xrayclient.internal.write.PolicyFields;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A policy that is about to be created. Its JSON form is the body of the request, and Jackson can
 * read that form; reading throws if it has a field that only the server sets, or a value of another
 * type than documented. Immutable and thread-safe.
 *
 * @see "JFrog REST APIs: Create Policy"
 */
public final class PolicyDraft {
  private final String name;
  private final PolicyType type;
  private final Optional<String> description;
  private final List<Rule> rules;
  private final Map<String, Object> body;

  private PolicyDraft(Builder builder) {
    this.name = builder.name;
    this.type = builder.type;
    this.description = builder.description();
    this.rules = List.copyOf(builder.rules());
    this.body = PolicyBody.of(name, Optional.of(type), description, rules, builder.extras());
  }

  /**
   * Returns a builder of a draft with this name and type. Neither can be changed after the policy
   * was created.
   *
   * @throws IllegalArgumentException if the name is blank, {@code .} or {@code ..}, or has a
   *     control character
   */
  public static Builder named(String name, PolicyType type) {
    return new Builder(name, type, Optional.empty(), List.of(), Map.of());
  }

  /**
   * Returns a builder of a draft with the name, type, description and rules of a policy, and with
   * the fields that this version of the library does not know. Author, times, watches and project
   * are not copied, nor is {@code fail_pull_request}, which servers never return.
   *
   * @throws IllegalArgumentException if the policy has no type
   */
  public static Builder like(Policy policy) {
    Builder builder = of(policy);
    builder.known = policy.rules();
    return builder;
  }

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static PolicyDraft read(ObjectNode content) {
    PolicyFields.FIELDS.refuseSetByServer("a draft of a policy", content);
    Policy policy = Json.MAPPER.convertValue(content, Policy.class);
    DraftFields.refuseUnread("a draft of a policy", "$", policy);
    return of(policy).build();
  }

  private static Builder of(Policy policy) {
    PolicyType type = NonBlank.word(Objects.requireNonNull(policy, "policy").type())
        .orElseThrow(() -> new IllegalArgumentException(
            "policy \"" + policy.name() + "\" has no type; set it by toBuilder().type(..)"));
    return new Builder(policy.name(), type, policy.description(), policy.rules(), policy.extras());
  }

  /** The name of the policy. */
  public String name() {
    return name;
  }

  /** What the rules of the policy examine. */
  public PolicyType type() {
    return type;
  }

  /** What the policy is for, as free text; absent if none is sent. */
  public Optional<String> description() {
    return description;
  }

  /** The rules in the order in which they were added. */
  public List<Rule> rules() {
    return rules;
  }

  /** The body of the request, by wire names. */
  @JsonValue
  Map<String, Object> body() {
    return body;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PolicyDraft && body.equals(((PolicyDraft) other).body);
  }

  @Override
  public int hashCode() {
    return body.hashCode();
  }

  @Override
  public String toString() {
    return "PolicyDraft" + body;
  }

  /** A builder of {@link PolicyDraft} values. Not thread-safe. */
  public static final class Builder extends PolicyBuilder<Builder> {
    private final PolicyType type;
    private String name;
    private List<Rule> known = List.of();

    private Builder(
        String name,
        PolicyType type,
        Optional<String> description,
        Collection<Rule> rules,
        Map<String, JsonNode> extras) {
      super(description, rules, extras);
      this.name = Arguments.name("name", name);
      this.type = Objects.requireNonNull(type, "type");
    }

    @Override
    Builder self() {
      return this;
    }

    @Override
    String policyName() {
      return name;
    }

    /**
     * Sets the name of the policy.
     *
     * @throws IllegalArgumentException if the name is blank, {@code .} or {@code ..}, or has a
     *     control character
     */
    public Builder name(String name) {
      this.name = Arguments.name("name", name);
      return this;
    }

    /**
     * Builds the draft. Rules that {@link PolicyDraft#like} copied are not checked unless they were
     * changed.
     *
     * @throws IllegalArgumentException if the draft has no rule, or a rule that servers are known
     *     to refuse; the message names the rule and the field
     */
    public PolicyDraft build() {
      check(type, known);
      return new PolicyDraft(this);
    }
  }
}
