package io.github.xrayclient.violation.detail;

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
 * An artifact that contains a component with an issue, in the form of the search for ignored
 * violations.
 */
@Value.Immutable
@XrayStyle
@JsonSerialize(as = ImmutableImpactedArtifact.class)
@JsonDeserialize(builder = ImpactedArtifact.Builder.class)
public interface ImpactedArtifact {
  /** The name of the file or image. */
  @JsonProperty("name")
  Optional<String> name();

  /** The version. */
  @JsonProperty("version")
  Optional<String> version();

  /** The path of the folder with its repository, such as {@code libs-local/com/acme/app/2.0/}. */
  @JsonProperty("path")
  Optional<String> path();

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

  /** A builder of {@link ImpactedArtifact} values. Not thread-safe. */
  final class Builder extends ImmutableImpactedArtifact.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
