package io.github.xrayclient.artifact;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.github.xrayclient.internal.json.XrayStyle;
import io.github.xrayclient.value.Timestamp;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** The state of the search for exposures, as a whole and for each category. */
@Value.Immutable
@XrayStyle
@JsonSerialize(as = ImmutableExposuresScanStatus.class)
@JsonDeserialize(builder = ExposuresScanStatus.Builder.class)
public interface ExposuresScanStatus {
  /** How far the search is as a whole. */
  @JsonProperty("status")
  Optional<ScanState> state();

  /** When the state was reached. */
  @JsonProperty("time")
  Optional<Timestamp> time();

  /** How far the search is in each category. */
  @JsonProperty("categories")
  Optional<ExposureScans> categories();

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

  /** A builder of {@link ExposuresScanStatus} values. Not thread-safe. */
  final class Builder extends ImmutableExposuresScanStatus.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
