package io.github.xrayclient.policy;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.xrayclient.internal.call.Arguments;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A policy that does not exist yet. Immutable and thread-safe.
 *
 * @see "JFrog REST APIs: Create Policy"
 */
public final class PolicyDraft {
  private final String name;
  private final Map<String, Object> body;

  private PolicyDraft(Builder builder) {
    this.name = builder.name;
    this.body = PolicyBody.of(
        builder.name,
        Optional.of(builder.type),
        Optional.ofNullable(builder.description),
        builder.rules,
        Map.of());
  }

  /**
   * Begins a policy of this name, which cannot be changed later.
   *
   * @throws IllegalArgumentException if the name is blank or holds a control character
   */
  public static Builder named(String name, PolicyType type) {
    return new Builder(name, type);
  }

  /** The name. */
  public String name() {
    return name;
  }

  /** What is sent, by wire names. */
  @JsonValue
  Map<String, Object> body() {
    return body;
  }

  @Override
  public String toString() {
    return "PolicyDraft(" + name + ")";
  }

  /** Collects the rules. Not thread-safe. */
  public static final class Builder {
    private final String name;
    private final PolicyType type;
    private final List<Rule> rules = new ArrayList<>();
    private @Nullable String description;
    private boolean unchecked;

    private Builder(String name, PolicyType type) {
      this.name = Arguments.name("name", name);
      this.type = Objects.requireNonNull(type, "type");
    }

    /** What the policy is for. */
    public Builder description(String text) {
      this.description = Objects.requireNonNull(text, "description");
      return this;
    }

    /** Adds a rule; without a priority it gets the next one. */
    public Builder addRule(Rule rule) {
      int last =
          rules.stream().mapToInt(each -> each.priority().orElse(0)).max().orElse(0);
      rules.add(
          rule.priority().isPresent()
              ? rule
              : rule.toBuilder().priority(last + 1).build());
      return this;
    }

    /** Sends what this library knows to be refused; a newer server may allow it. */
    public Builder unchecked() {
      this.unchecked = true;
      return this;
    }

    /**
     * Finishes the draft.
     *
     * @throws IllegalArgumentException if a server is known to refuse it; the message names the field
     */
    public PolicyDraft build() {
      if (!unchecked) {
        PolicyChecks.check(type, rules, List.of());
      }
      return new PolicyDraft(this);
    }
  }
}
