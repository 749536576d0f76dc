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

/**
 * The state of the search for exposures in each category. Categories may differ from each other:
 * one may be {@link ScanState#NOT_SUPPORTED} while the others are {@link ScanState#DONE}.
 */
@Value.Immutable
@XrayStyle
@JsonSerialize(as = ImmutableExposureScans.class)
@JsonDeserialize(builder = ExposureScans.Builder.class)
public interface ExposureScans {
  /** The search for secrets, such as passwords and keys. */
  @JsonProperty("secrets")
  Optional<ScanStatus> secrets();

  /** The check of services for insecure settings. */
  @JsonProperty("services")
  Optional<ScanStatus> services();

  /** The check of applications for the insecure use of libraries. */
  @JsonProperty("applications")
  Optional<ScanStatus> applications();

  /** The check of files that describe infrastructure (infrastructure as code). */
  @JsonProperty("iac")
  Optional<ScanStatus> infrastructureAsCode();

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

  /** A builder of {@link ExposureScans} values. Not thread-safe. */
  final class Builder extends ImmutableExposureScans.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
