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
 * A file in a repository of Artifactory.
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

  /** The path inside the repository; it starts with a slash. */
  @JsonProperty("path")
  Optional<String> path();

  /** The MIME type of the file; absent for a folder. */
  @JsonProperty("mimeType")
  Optional<String> mimeType();

  /** When the file was created in the repository. */
  @JsonProperty("created")
  Optional<Timestamp> created();

  /** When the file was last changed. */
  @JsonProperty("lastModified")
  Optional<Timestamp> lastModified();

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

  /** A builder of {@link StoredFile} values. Not thread-safe. */
  final class Builder extends ImmutableStoredFile.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
