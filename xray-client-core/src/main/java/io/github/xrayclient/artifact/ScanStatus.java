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

/** The state of a scan, and the time at which it was reached. */
@Value.Immutable
@XrayStyle
@JsonSerialize(as = ImmutableScanStatus.class)
@JsonDeserialize(builder = ScanStatus.Builder.class)
public interface ScanStatus {
  /** How far the scan is. */
  @JsonProperty("status")
  Optional<ScanState> state();

  /** When the state was reached. */
  @JsonProperty("time")
  Optional<Timestamp> time();

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

  /** A builder of {@link ScanStatus} values. Not thread-safe. */
  final class Builder extends ImmutableScanStatus.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
