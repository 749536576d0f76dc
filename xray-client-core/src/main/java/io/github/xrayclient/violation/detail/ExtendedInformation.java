package io.github.xrayclient.violation.detail;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.github.xrayclient.internal.json.XrayStyle;
import io.github.xrayclient.value.Severity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What the security research of JFrog found out about an issue. Only some issues have it. The
 * texts, except the severity, are Markdown.
 */
@Value.Immutable
@XrayStyle
@JsonSerialize(as = ImmutableExtendedInformation.class)
@JsonDeserialize(builder = ExtendedInformation.Builder.class)
public interface ExtendedInformation {
  /** The issue in one or two sentences. */
  @JsonProperty("short_description")
  Optional<String> shortDescription();

  /** The issue in detail. */
  @JsonProperty("full_description")
  Optional<String> fullDescription();

  /**
   * The severity by the judgement of the research team, which may differ from the severity of the
   * violation. Policies use the latter.
   */
  @JsonProperty("jfrog_research_severity")
  Optional<Severity> researchSeverity();

  /** Why the research team chose this severity. */
  @JsonProperty("jfrog_research_severity_reasons")
  List<SeverityReason> researchSeverityReasons();

  /** What can be done against the issue; absent if nothing is recommended. */
  @JsonProperty("remediation")
  Optional<String> remediation();

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

  /** A builder of {@link ExtendedInformation} values. Not thread-safe. */
  final class Builder extends ImmutableExtendedInformation.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
