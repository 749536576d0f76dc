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

/**
 * What Xray scans in a repository, and for how long it keeps the results: either by
 * {@link #general()}, for the whole repository, or by {@link #byPath()}, for its paths.
 *
 * @see "JFrog REST APIs: Get Repository Configuration"
 */
@Value.Immutable
@XrayStyle
@JsonSerialize(as = ImmutableScanConfiguration.class)
@JsonDeserialize(builder = ScanConfiguration.Builder.class)
public interface ScanConfiguration {
  /** The key of the repository. */
  @JsonProperty("repo_name")
  Optional<String> repository();

  /** The settings for all artifacts of the repository. */
  @JsonProperty("repo_config")
  Optional<GeneralScanSettings> general();

  /** The settings by path; absent if the repository has none. */
  @JsonProperty("repo_paths_config")
  Optional<PathScanSettings> byPath();

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

  /** A builder of {@link ScanConfiguration} values. Not thread-safe. */
  final class Builder extends ImmutableScanConfiguration.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
