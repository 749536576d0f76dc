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

/** Whether a pull request fails. Servers accept this object, but never return it. */
@Value.Immutable
@XrayStyle
@JsonSerialize(as = ImmutableFailPullRequest.class)
@JsonDeserialize(builder = FailPullRequest.Builder.class)
public interface FailPullRequest {
  /** Whether a pull request with a violation fails; absent means no. */
  @JsonProperty("active")
  Optional<Boolean> active();

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

  /** A builder of {@link FailPullRequest} values. Not thread-safe. */
  final class Builder extends ImmutableFailPullRequest.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
