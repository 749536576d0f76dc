package io.github.xrayclient.repository;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.github.xrayclient.internal.json.XrayStyle;
import io.github.xrayclient.value.Timestamp;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A file in a repository.
 *
 * @see "Artifactory REST API: File Info"
 */
@Value.Immutable
@XrayStyle
@JsonSerialize(as = ImmutableStoredFile.class)
@JsonDeserialize(builder = StoredFile.Builder.class)
public interface StoredFile {
  /** The key of the repository that holds the file. */
  @JsonProperty("repo")
  Optional<String> repository();

  /** Begins with a slash. */
  @JsonProperty("path")
  Optional<String> path();

  /** Absent for a folder. */
  @JsonProperty("mimeType")
  Optional<String> mimeType();

  @JsonProperty("created")
  Optional<Timestamp> created();

  @JsonProperty("lastModified")
  Optional<Timestamp> lastModified();

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

  /** Collects the values. Not thread-safe. */
  final class Builder extends ImmutableStoredFile.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
