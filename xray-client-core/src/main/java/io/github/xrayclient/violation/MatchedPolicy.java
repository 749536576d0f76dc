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
  @JsonProperty("policy")
  Optional<String> policy();

  @JsonProperty("rule")
  Optional<String> rule();

  /** Whether it blocks downloads: the best proof there is. */
  @JsonProperty("is_blocking")
  Optional<Boolean> blocking();

  @JsonProperty("is_ignored")
  Optional<Boolean> ignored();

  @JsonProperty("blocking_mask")
  Optional<Integer> blockingMask();

  @JsonProperty("is_build_failed")
  Optional<Boolean> buildFailed();

  @JsonProperty("fail_pull_request")
  Optional<Boolean> failPullRequest();

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
