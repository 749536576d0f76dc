package io.github.xrayclient.curation.condition;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.github.xrayclient.curation.value.ConditionId;
import io.github.xrayclient.curation.value.PackageType;
import io.github.xrayclient.internal.json.XrayStyle;
import io.github.xrayclient.value.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The test that a curation policy applies.
 *
 * @see "JFrog REST APIs: List Conditions"
 */
@Value.Immutable
@XrayStyle
@JsonSerialize(as = ImmutableCondition.class)
@JsonDeserialize(builder = Condition.Builder.class)
public interface Condition {
  /** The id; built-in conditions have other ids on other servers. */
  @JsonProperty("id")
  ConditionId id();

  /** Missing for some built-in conditions. */
  @JsonProperty("condition_template_id")
  Optional<String> templateId();

  @JsonProperty("name")
  Optional<String> name();

  /** False for the built-in conditions, which cannot be changed. */
  @JsonProperty("is_custom")
  Optional<Boolean> custom();

  @JsonProperty("created_by")
  Optional<String> createdBy();

  @JsonProperty("updated_by")
  Optional<String> updatedBy();

  @JsonProperty("created_at")
  Optional<Timestamp> createdAt();

  @JsonProperty("updated_at")
  Optional<Timestamp> updatedAt();

  /** What kind of risk the condition is about. */
  @JsonProperty("risk_type")
  Optional<RiskType> riskType();

  /** Package types that the condition can test. */
  @JsonProperty("supported_pkg_types")
  List<PackageType> supportedPackageTypes();

  /** The values that the template's parameters have here. */
  @JsonProperty("param_values")
  List<ParamValue> paramValues();

  /** Whether packages are scanned on demand for it; only newer servers say so. */
  @JsonProperty("on_demand")
  Optional<Boolean> onDemand();

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

  /**
   * A builder of {@link Condition} values. {@code build()} throws an {@link
   * IllegalStateException} that names each mandatory value that was not set. Not thread-safe.
   */
  final class Builder extends ImmutableCondition.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
