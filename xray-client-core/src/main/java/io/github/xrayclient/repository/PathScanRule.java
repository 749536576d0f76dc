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

/** A pattern of paths in a repository, and how Xray treats the artifacts whose paths match it. */
@Value.Immutable
@XrayStyle
@JsonSerialize(as = ImmutablePathScanRule.class)
@JsonDeserialize(builder = PathScanRule.Builder.class)
public interface PathScanRule {
  /** The Ant pattern of the paths to which this applies, such as {@code com/acme/**}. */
  @JsonProperty("include")
  Optional<String> include();

  /** The Ant pattern of the paths to which this does not apply; absent or empty if there is none. */
  @JsonProperty("exclude")
  Optional<String> exclude();

  /**
   * Whether Xray scans artifacts that are added. If not, a rule that blocks unscanned artifacts
   * blocks them for good.
   */
  @JsonProperty("index_new_artifacts")
  Optional<Boolean> indexNewArtifacts();

  /**
   * The number of days for which Xray keeps the results of a scan. A download of the artifact
   * begins the period anew. After it, the artifact counts as not scanned.
   */
  @JsonProperty("retention_in_days")
  Optional<Integer> retentionDays();

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

  /** A builder of {@link PathScanRule} values. Not thread-safe. */
  final class Builder extends ImmutablePathScanRule.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
