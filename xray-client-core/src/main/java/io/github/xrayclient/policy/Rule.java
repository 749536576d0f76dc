package io.github.xrayclient.policy;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.github.xrayclient.internal.json.XrayStyle;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A rule of a policy: what it matches, and what the server does then. Rules are evaluated by
 * priority; after the first one that matches, the others of the policy are not evaluated.
 */
@Value.Immutable
@XrayStyle
@JsonSerialize(as = ImmutableRule.class)
@JsonDeserialize(builder = Rule.Builder.class)
public interface Rule {
  /** The name, which is unique in the policy. */
  @JsonProperty("name")
  String name();

  /**
   * The position in the order of evaluation, from 1: the rule with the lowest number is evaluated
   * first.
   */
  @JsonProperty("priority")
  Optional<Integer> priority();

  /** What the rule matches. */
  @JsonProperty("criteria")
  Optional<Criteria> criteria();

  /** What the server does when the rule matches. */
  @JsonProperty("actions")
  Optional<Actions> actions();

  /**
   * Fields that this version of the library does not know, and known fields with a value that it
   * cannot read, as received.
   */
  @JsonAnyGetter
  @JsonAnySetter
  Map<String, JsonNode> extras();

  /** A builder that begins with these values. */
  Builder toBuilder();

  /** Returns a builder of a rule with this name. */
  static Builder named(String name) {
    return new Builder().name(name);
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /**
   * A builder of {@link Rule} values. {@code build()} throws an {@link
   * IllegalStateException} that names each mandatory value that was not set. Not thread-safe.
   */
  final class Builder extends ImmutableRule.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
