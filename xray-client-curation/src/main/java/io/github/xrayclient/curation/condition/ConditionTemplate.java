package io.github.xrayclient.curation.condition;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.github.xrayclient.curation.value.PackageType;
import io.github.xrayclient.curation.value.RiskType;
import io.github.xrayclient.internal.json.XrayStyle;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A template of conditions: what they test, and which parameters they have. Servers have different
 * sets of templates.
 *
 * @see "JFrog REST APIs: List Condition Templates"
 */
@Value.Immutable
@XrayStyle
@JsonSerialize(as = ImmutableConditionTemplate.class)
@JsonDeserialize(builder = ConditionTemplate.Builder.class)
public interface ConditionTemplate {
  /**
   * The id, such as {@code CVECVSSRange}; {@link ConditionDraft#named ConditionDraft.named(..)}
   * takes it.
   */
  @JsonProperty("condition_template_id")
  String id();

  /** The name of the template, for people. */
  @JsonProperty("name")
  Optional<String> name();

  /** The kind of risk that conditions of this template test for. */
  @JsonProperty("risk_type")
  Optional<RiskType> riskType();

  /** The package types that conditions of this template can test. */
  @JsonProperty("supported_pkg_types")
  List<PackageType> supportedPackageTypes();

  /** The parameters of the template. */
  @JsonProperty("params")
  List<TemplateParam> params();

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
   * A builder of {@link ConditionTemplate} values. {@code build()} throws an {@link
   * IllegalStateException} that names each mandatory value that was not set. Not thread-safe.
   */
  final class Builder extends ImmutableConditionTemplate.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
