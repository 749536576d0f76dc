package io.github.xrayclient.violation;

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

/** A policy and rule that a violation violates, and what the rule does. */
@Value.Immutable
@XrayStyle
@JsonSerialize(as = ImmutableMatchedPolicy.class)
@JsonDeserialize(builder = MatchedPolicy.Builder.class)
public interface MatchedPolicy {
  /** The name of the policy. */
  @JsonProperty("policy")
  Optional<String> policy();

  /** The name of the rule. */
  @JsonProperty("rule")
  Optional<String> rule();

  /**
   * Whether the rule blocks downloads of the artifact. True is the best proof of a block that the
   * server offers.
   */
  @JsonProperty("is_blocking")
  Optional<Boolean> blocking();

  /** Whether an ignore rule covers the violation for this policy. */
  @JsonProperty("is_ignored")
  Optional<Boolean> ignored();

  /** A number whose meaning JFrog's documentation does not explain. */
  @JsonProperty("blocking_mask")
  Optional<Integer> blockingMask();

  /** Whether the rule failed a build. */
  @JsonProperty("is_build_failed")
  Optional<Boolean> buildFailed();

  /** Whether the rule fails pull requests. */
  @JsonProperty("fail_pull_request")
  Optional<Boolean> failPullRequest();

  /** Whether the rule skips CVEs that contextual analysis found not applicable. */
  @JsonProperty("is_skip_not_applicable")
  Optional<Boolean> skipNotApplicable();

  /**
   * Fields that this version of the library does not know, and known fields with a value that it
   * cannot read, as received.
   */
  @JsonAnyGetter
  @JsonAnySetter
  Map<String, JsonNode> extras();

  /** A builder that begins with these values. */
  Builder toBuilder();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder of {@link MatchedPolicy} values. Not thread-safe. */
  final class Builder extends ImmutableMatchedPolicy.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
