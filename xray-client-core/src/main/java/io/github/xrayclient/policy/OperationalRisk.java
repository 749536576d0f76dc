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

/** Signs that a package is badly kept. */
@Value.Immutable
@XrayStyle
@JsonSerialize(as = ImmutableOperationalRisk.class)
@JsonDeserialize(builder = OperationalRisk.Builder.class)
@SuppressWarnings("serial")
public interface OperationalRisk extends Serializable {
  /** True if all signs must be there, false if any is enough. */
  @JsonProperty("use_and_condition")
  Optional<Boolean> useAndCondition();

  /** Whether a component at its end of life matches. */
  @JsonProperty("is_eol")
  Optional<Boolean> endOfLife();

  /** Months since the release. */
  @JsonProperty("release_date_greater_than_months")
  Optional<Integer> releaseDateGreaterThanMonths();

  /** Matches if more newer versions exist than this, 1 to 5. */
  @JsonProperty("newer_versions_greater_than")
  Optional<Integer> newerVersionsGreaterThan();

  /** Matches if there are fewer releases in a year than this, 1 to 5. */
  @JsonProperty("release_cadence_per_year_less_than")
  Optional<Integer> releaseCadencePerYearLessThan();

  /** Matches if there are fewer commits than this: 10, 25, 50 or 100. */
  @JsonProperty("commits_less_than")
  Optional<Integer> commitsLessThan();

  /** Matches if there are fewer committers than this, 1 to 5. */
  @JsonProperty("committers_less_than")
  Optional<Integer> committersLessThan();

  /** The operational risk that matches. */
  @JsonProperty("risk")
  Optional<Severity> risk();

  /** The lowest operational risk that matches; only newer servers have it here. */
  @JsonProperty("op_risk_min_risk")
  Optional<Severity> minRisk();

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
  final class Builder extends ImmutableOperationalRisk.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
