package io.github.xrayclient.repository;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.github.xrayclient.internal.json.XrayStyle;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** The settings of Xray for all artifacts of a repository. */
@Value.Immutable
@XrayStyle
@JsonSerialize(as = ImmutableGeneralScanSettings.class)
@JsonDeserialize(builder = GeneralScanSettings.Builder.class)
public interface GeneralScanSettings {
  /** Whether Xray checks if vulnerabilities are applicable (contextual analysis). */
  @JsonProperty("vuln_contextual_analysis")
  Optional<Boolean> contextualAnalysis();

  /**
   * The number of days for which Xray keeps the results of a scan. A download of the artifact
   * begins the period anew. After it, the artifact counts as not scanned. The server's default is
   * 90, and 3 for a repository that is not indexed.
   */
  @JsonProperty("retention_in_days")
  Optional<Integer> retentionDays();

  /**
   * Which kinds of exposures Xray searches for, such as secrets, as JSON in the server's form. The
   * names in it differ between servers.
   */
  @JsonProperty("exposures")
  Optional<JsonNode> exposures();

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

  /** A builder of {@link GeneralScanSettings} values. Not thread-safe. */
  final class Builder extends ImmutableGeneralScanSettings.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
