package io.github.xrayclient.artifact;

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
 * How far Xray has scanned an artifact.
 *
 * @see "JFrog REST APIs: Artifact Scan Status"
 */
@Value.Immutable
@XrayStyle
@JsonSerialize(as = ImmutableArtifactStatus.class)
@JsonDeserialize(builder = ArtifactStatus.Builder.class)
public interface ArtifactStatus {
  /** The state of all scans of the artifact together. */
  @JsonProperty("overall")
  Optional<ScanStatus> overall();

  /** The state of each kind of scan. */
  @JsonProperty("details")
  Optional<ScanDetails> details();

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

  /** A builder of {@link ArtifactStatus} values. Not thread-safe. */
  final class Builder extends ImmutableArtifactStatus.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
