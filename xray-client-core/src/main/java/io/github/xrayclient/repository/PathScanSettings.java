package io.github.xrayclient.repository;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.github.xrayclient.internal.json.XrayStyle;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** The settings of Xray for the paths of a repository. */
@Value.Immutable
@XrayStyle
@JsonSerialize(as = ImmutablePathScanSettings.class)
@JsonDeserialize(builder = PathScanSettings.Builder.class)
public interface PathScanSettings {
  /**
   * Patterns of paths with their settings, in the order of the server. It is not documented which
   * of them holds for a path that several match; this library takes the first one.
   */
  @JsonProperty("patterns")
  List<PathScanRule> patterns();

  /** The settings for the artifacts that no pattern matches; they have no pattern. */
  @JsonProperty("all_other_artifacts")
  Optional<PathScanRule> allOtherArtifacts();

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

  /** A builder of {@link PathScanSettings} values. Not thread-safe. */
  final class Builder extends ImmutablePathScanSettings.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
