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

/**
 * The conditions under which a component is an operational risk, such as few committers or an old
 * release. A condition that is absent is not tested.
 */
@Value.Immutable
@XrayStyle
@JsonSerialize(as = ImmutableOperationalRisk.class)
@JsonDeserialize(builder = OperationalRisk.Builder.class)
@SuppressWarnings("serial")
public interface OperationalRisk extends Serializable {
  /**
   * Whether all conditions must be met (true), or one of them is enough (false). Not true together
   * with {@link #useOrCondition()}.
   */
  @JsonProperty("use_and_condition")
  Optional<Boolean> useAndCondition();

  /**
   * Whether one of the conditions is enough. JFrog's documentation mentions this field as the
   * alternative to {@link #useAndCondition()}, but does not list it.
   */
  @JsonProperty("use_or_condition")
  Optional<Boolean> useOrCondition();

  /** Whether a component that has reached its end of life meets the condition. */
  @JsonProperty("is_eol")
  Optional<Boolean> endOfLife();

  /**
   * The condition is met if the component was released more than this many months ago. JFrog's
   * documentation names 6, 12, 18, 24, 30 and 36.
   */
  @JsonProperty("release_date_greater_than_months")
  Optional<Integer> releaseDateGreaterThanMonths();

  /** The condition is met if more newer versions than this exist, 1 to 5. */
  @JsonProperty("newer_versions_greater_than")
  Optional<Integer> newerVersionsGreaterThan();

  /** The condition is met if there are fewer releases a year than this, 1 to 5. */
  @JsonProperty("release_cadence_per_year_less_than")
  Optional<Integer> releaseCadencePerYearLessThan();

  /** The condition is met if there are fewer commits than this: 10, 25, 50 or 100. */
  @JsonProperty("commits_less_than")
  Optional<Integer> commitsLessThan();

  /** The condition is met if there are fewer committers than this, 1 to 5. */
  @JsonProperty("committers_less_than")
  Optional<Integer> committersLessThan();

  /** The risk that a component gets if it meets the conditions: high, medium or low. */
  @JsonProperty("risk")
  Optional<Severity> risk();

  /**
   * The lowest operational risk that matches: high, medium or low. Only newer servers have this
   * field here; see also {@link Criteria#operationalRiskMinRisk()}.
   */
  @JsonProperty("op_risk_min_risk")
  Optional<Severity> minRisk();

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

  /** A builder of {@link OperationalRisk} values. Not thread-safe. */
  final class Builder extends ImmutableOperationalRisk.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
