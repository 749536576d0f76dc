package io.github.xrayclient.artifact;

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

/** The state of each kind of scan of an artifact. A kind is absent if the server does not have it. */
@Value.Immutable
@XrayStyle
@JsonSerialize(as = ImmutableScanDetails.class)
@JsonDeserialize(builder = ScanDetails.Builder.class)
public interface ScanDetails {
  /**
   * The scan of the components for vulnerabilities, licenses and operational risk (software
   * composition analysis). Rules on unscanned artifacts depend on this scan.
   */
  @JsonProperty("sca")
  Optional<ScanStatus> composition();

  /** The check whether vulnerabilities are applicable to the artifact. */
  @JsonProperty("contextual_analysis")
  Optional<ScanStatus> contextualAnalysis();

  /** The search for exposures, such as secrets. */
  @JsonProperty("exposures")
  Optional<ExposuresScanStatus> exposures();

  /** The evaluation of watches and policies. */
  @JsonProperty("violations")
  Optional<ScanStatus> violations();

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

  /** A builder of {@link ScanDetails} values. Not thread-safe. */
  final class Builder extends ImmutableScanDetails.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
