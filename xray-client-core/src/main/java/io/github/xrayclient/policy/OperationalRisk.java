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

  @JsonProperty("is_eol")
  Optional<Boolean> endOfLife();

  /** Months since the release. */
  @JsonProperty("release_date_greater_than_months")
  Optional<Integer> releaseDateGreaterThanMonths();

  @JsonProperty("newer_versions_greater_than")
  Optional<Integer> newerVersionsGreaterThan();

  @JsonProperty("release_cadence_per_year_less_than")
  Optional<Integer> releaseCadencePerYearLessThan();

  @JsonProperty("commits_less_than")
  Optional<Integer> commitsLessThan();

  @JsonProperty("committers_less_than")
  Optional<Integer> committersLessThan();

  @JsonProperty("risk")
  Optional<Severity> risk();

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
