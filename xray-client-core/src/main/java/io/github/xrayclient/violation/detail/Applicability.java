package io.github.xrayclient.violation.detail;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.github.xrayclient.internal.json.XrayStyle;
import io.github.xrayclient.value.ComponentId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * How contextual analysis came to its result for one CVE in one component. The result itself is
 * easier to read in {@link ApplicabilityDetails}.
 */
@Value.Immutable
@XrayStyle
@JsonSerialize(as = ImmutableApplicability.class)
@JsonDeserialize(builder = Applicability.Builder.class)
public interface Applicability {
  /** Whether there is a scanner for the CVE. */
  @JsonProperty("scanner_available")
  Optional<Boolean> scannerAvailable();

  /** The component that was analyzed, such as {@code docker://shop:v3}. */
  @JsonProperty("component_id")
  Optional<ComponentId> componentId();

  /** The component inside it that has the CVE. */
  @JsonProperty("source_comp_id")
  Optional<ComponentId> sourceComponentId();

  /** The id of the CVE. */
  @JsonProperty("cve_id")
  Optional<String> cveId();

  /** A number whose meaning JFrog's documentation does not explain. */
  @JsonProperty("scan_status")
  Optional<Integer> scanStatus();

  /** Whether the CVE is applicable; absent if the analysis could not decide it. */
  @JsonProperty("applicability")
  Optional<Boolean> applicable();

  /** What the scanner looks for, as HTML. */
  @JsonProperty("scanner_explanation")
  Optional<String> scannerExplanation();

  /** More information about the result; often empty. */
  @JsonProperty("info")
  Optional<String> info();

  /** Tables with the places in the code that decided the result. */
  @JsonProperty("evidence")
  List<ApplicabilityEvidence> evidence();

  /** The files that decided the result. Older servers send them instead of the tables. */
  @JsonProperty("details")
  List<ApplicabilityFile> details();

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

  /** A builder of {@link Applicability} values. Not thread-safe. */
  final class Builder extends ImmutableApplicability.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
