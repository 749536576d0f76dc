package io.github.xrayclient.policy;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.github.xrayclient.internal.json.XrayStyle;
import io.github.xrayclient.value.Severity;
import java.io.Serializable;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** The exposures that a rule matches. Advanced Security finds them. */
@Value.Immutable
@XrayStyle
@JsonSerialize(as = ImmutableExposures.class)
@JsonDeserialize(builder = Exposures.Builder.class)
@SuppressWarnings("serial")
public interface Exposures extends Serializable {
  /** The lowest severity of an exposure that matches. */
  @JsonProperty("min_severity")
  Optional<Severity> minSeverity();

  /** Whether leaked secrets match; absent means no. */
  @JsonProperty("secrets")
  Optional<Boolean> secrets();

  /** Whether insecure use of libraries in applications matches; absent means no. */
  @JsonProperty("applications")
  Optional<Boolean> applications();

  /** Whether insecure configuration of services matches; absent means no. */
  @JsonProperty("services")
  Optional<Boolean> services();

  /** Whether insecure infrastructure as code matches; absent means no. */
  @JsonProperty("iac")
  Optional<Boolean> infrastructureAsCode();

  /** Whether malicious code matches; absent means no. */
  @JsonProperty("malicious_code")
  Optional<Boolean> maliciousCode();

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

  /** A builder of {@link Exposures} values. Not thread-safe. */
  final class Builder extends ImmutableExposures.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
