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

/** The policy and rule that a violation is against. */
@Value.Immutable
@XrayStyle
@JsonSerialize(as = ImmutableMatchedPolicy.class)
@JsonDeserialize(builder = MatchedPolicy.Builder.class)
public interface MatchedPolicy {
  /** The name of the policy. */
  @JsonProperty("policy")
  Optional<String> policy();

  /** The name of the rule that the violation matched. */
  @JsonProperty("rule")
  Optional<String> rule();

  /** Whether it blocks downloads: the best proof there is. */
  @JsonProperty("is_blocking")
  Optional<Boolean> blocking();

  /** Whether an ignore rule covers the violation under this policy. */
  @JsonProperty("is_ignored")
  Optional<Boolean> ignored();

  /** A number of the server that no document explains. */
  @JsonProperty("blocking_mask")
  Optional<Integer> blockingMask();

  /** Whether the rule failed a build. */
  @JsonProperty("is_build_failed")
  Optional<Boolean> buildFailed();

  /** Whether the rule fails pull requests. */
  @JsonProperty("fail_pull_request")
  Optional<Boolean> failPullRequest();

  /** Whether the rule leaves out CVEs that contextual analysis found not applicable. */
  @JsonProperty("is_skip_not_applicable")
  Optional<Boolean> skipNotApplicable();

  /** Fields that this version of the library does not know, as received. */
  @JsonAnyGetter
  @JsonAnySetter
  Map<String, JsonNode> extras();

  /** A builder that begins with these values. */
  Builder toBuilder();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Collects the values. Not thread-safe. */
  final class Builder extends ImmutableMatchedPolicy.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
