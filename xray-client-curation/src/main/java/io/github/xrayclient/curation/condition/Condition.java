package io.github.xrayclient.curation.condition;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.github.xrayclient.curation.value.ConditionId;
import io.github.xrayclient.curation.value.PackageType;
import io.github.xrayclient.curation.value.RiskType;
import io.github.xrayclient.internal.json.XrayStyle;
import io.github.xrayclient.value.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A condition: the test that a curation policy applies to a package.
 *
 * @see "JFrog REST APIs: List Conditions"
 */
@Value.Immutable
@XrayStyle
@JsonSerialize(as = ImmutableCondition.class)
@JsonDeserialize(builder = Condition.Builder.class)
public interface Condition {
  /** The id. A built-in condition has different ids on different servers. */
  @JsonProperty("id")
  ConditionId id();

  /**
   * The id of the template that the condition was made from; absent for some built-in conditions.
   */
  @JsonProperty("condition_template_id")
  Optional<String> templateId();

  /** The name. Names need not be unique. */
  @JsonProperty("name")
  Optional<String> name();

  /** Whether the condition was created by users. Built-in conditions (false) cannot be changed. */
  @JsonProperty("is_custom")
  Optional<Boolean> custom();

  /** The name of the user who created the condition; absent for built-in conditions. */
  @JsonProperty("created_by")
  Optional<String> createdBy();

  /** The name of the user who last updated the condition; absent for built-in conditions. */
  @JsonProperty("updated_by")
  Optional<String> updatedBy();

  /** When the condition was created. */
  @JsonProperty("created_at")
  Optional<Timestamp> createdAt();

  /** When the condition was last updated. */
  @JsonProperty("updated_at")
  Optional<Timestamp> updatedAt();

  /** The kind of risk that the condition tests for. */
  @JsonProperty("risk_type")
  Optional<RiskType> riskType();

  /** The package types that the condition can test. */
  @JsonProperty("supported_pkg_types")
  List<PackageType> supportedPackageTypes();

  /** The values of the template's parameters; empty if the template has none. */
  @JsonProperty("param_values")
  List<ParamValue> paramValues();

  /**
   * Whether the server scans packages on demand for this condition. Only newer servers have this
   * field.
   */
  @JsonProperty("on_demand")
  Optional<Boolean> onDemand();

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

  /**
   * A builder of {@link Condition} values. {@code build()} throws an {@link
   * IllegalStateException} that names each mandatory value that was not set. Not thread-safe.
   */
  final class Builder extends ImmutableCondition.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
