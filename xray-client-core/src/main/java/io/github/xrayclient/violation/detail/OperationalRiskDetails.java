package io.github.xrayclient.violation.detail;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.github.xrayclient.internal.json.XrayStyle;
import io.github.xrayclient.value.Severity;
import io.github.xrayclient.value.Timestamp;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** How poorly a component is maintained, and by which signs. */
@Value.Immutable
@XrayStyle
@JsonSerialize(as = ImmutableOperationalRiskDetails.class)
@JsonDeserialize(builder = OperationalRiskDetails.Builder.class)
public interface OperationalRiskDetails {
  /** How high the risk is, from {@code High} to {@code None}. */
  @JsonProperty("risk")
  Optional<Severity> risk();

  /** Why the component is a risk, such as {@code End of life}. */
  @JsonProperty("risk_reason")
  Optional<String> riskReason();

  /** Whether the component is no longer maintained (end of life). */
  @JsonProperty("is_eol")
  Optional<Boolean> endOfLife();

  /** What is known about the end of its maintenance. */
  @JsonProperty("eol_message")
  Optional<String> endOfLifeMessage();

  /** The latest version of the component. */
  @JsonProperty("latest_version")
  Optional<String> latestVersion();

  /** The number of versions that are newer than this one. */
  @JsonProperty("newer_versions")
  Optional<Integer> newerVersions();

  /**
   * How often new versions are released, as a number whose unit JFrog's documentation does not
   * name.
   */
  @JsonProperty("cadence")
  Optional<BigDecimal> cadence();

  /** The number of recent commits. */
  @JsonProperty("commits")
  Optional<Long> commits();

  /** The number of people who made recent commits. */
  @JsonProperty("committers")
  Optional<Integer> committers();

  /** When this version was released. */
  @JsonProperty("released")
  Optional<Timestamp> released();

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

  /** A builder of {@link OperationalRiskDetails} values. Not thread-safe. */
  final class Builder extends ImmutableOperationalRiskDetails.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
