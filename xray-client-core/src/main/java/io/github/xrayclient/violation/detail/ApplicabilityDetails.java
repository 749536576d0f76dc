package io.github.xrayclient.violation.detail;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.github.xrayclient.internal.json.XrayStyle;
import io.github.xrayclient.value.ComponentId;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The result of contextual analysis for one CVE in one component: whether the vulnerable code is
 * used in a way in which it can be exploited.
 */
@Value.Immutable
@XrayStyle
@JsonSerialize(as = ImmutableApplicabilityDetails.class)
@JsonDeserialize(builder = ApplicabilityDetails.Builder.class)
public interface ApplicabilityDetails {
  /** The component that was analyzed, such as {@code docker://shop:v3}. */
  @JsonProperty("component_id")
  Optional<ComponentId> componentId();

  /** The component inside it that has the CVE. */
  @JsonProperty("source_comp_id")
  Optional<ComponentId> sourceComponentId();

  /** The id of the CVE. */
  @JsonProperty("vulnerability_id")
  Optional<String> vulnerabilityId();

  /** Whether the CVE is applicable, or why this is not known. */
  @JsonProperty("result")
  Optional<ApplicabilityStatus> result();

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

  /** A builder of {@link ApplicabilityDetails} values. Not thread-safe. */
  final class Builder extends ImmutableApplicabilityDetails.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
