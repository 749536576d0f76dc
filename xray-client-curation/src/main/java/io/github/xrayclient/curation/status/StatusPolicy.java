package io.github.xrayclient.curation.status;

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

/** A curation policy that concerns a package, usually one that blocks it. */
@Value.Immutable
@XrayStyle
@JsonSerialize(as = ImmutableStatusPolicy.class)
@JsonDeserialize(builder = StatusPolicy.Builder.class)
public interface StatusPolicy {
  /** The name of the policy. */
  @JsonProperty("policy_name")
  Optional<String> policyName();

  /** The name of the policy's condition, which the package meets. */
  @JsonProperty("condition_name")
  Optional<String> conditionName();

  /** Why the package meets the condition. */
  @JsonProperty("explanation")
  Optional<String> explanation();

  /** What the server recommends to do; an empty text if it recommends nothing. */
  @JsonProperty("remediation")
  Optional<String> remediation();

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

  /** A builder of {@link StatusPolicy} values. Not thread-safe. */
  final class Builder extends ImmutableStatusPolicy.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
