package io.github.xrayclient.repository;

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
 * How Artifactory carries out what Xray decides.
 *
 * @see "Artifactory REST API: Get Xray Integration Configuration"
 */
@Value.Immutable
@XrayStyle
@JsonSerialize(as = ImmutableXrayIntegration.class)
@JsonDeserialize(builder = XrayIntegration.Builder.class)
public interface XrayIntegration {
  /** Whether Artifactory asks Xray at all. */
  @JsonProperty("xrayEnabled")
  Optional<Boolean> enabled();

  /** Whether artifacts with blocking violations may be downloaded all the same. */
  @JsonProperty("xrayAllowBlocked")
  Optional<Boolean> allowBlocked();

  /** Whether downloads are allowed while Xray cannot be reached. */
  @JsonProperty("xrayAllowWhenUnavailable")
  Optional<Boolean> allowWhenUnavailable();

  /** How long a download waits for a scan before it is refused. */
  @JsonProperty("blockUnscannedTimeoutSeconds")
  Optional<Integer> blockUnscannedTimeoutSeconds();

  /** Seconds for which an unfinished scan counts as being in work. */
  @JsonProperty("blockUnfinishedScansTimeoutSeconds")
  Optional<Integer> blockUnfinishedScansTimeoutSeconds();

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
  final class Builder extends ImmutableXrayIntegration.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
