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

/**
 * The repositories of one Artifactory that Xray indexes, and those that it does not index.
 *
 * @see "JFrog REST APIs: Get Repositories Indexing Configuration"
 */
@Value.Immutable
@XrayStyle
@JsonSerialize(as = ImmutableIndexedRepositories.class)
@JsonDeserialize(builder = IndexedRepositories.Builder.class)
public interface IndexedRepositories {
  /** The id of the Artifactory that holds the repositories; usually {@code default}. */
  @JsonProperty("bin_mgr_id")
  Optional<String> binaryManagerId();

  /** The repositories that Xray indexes. Only these are scanned. */
  @JsonProperty("indexed_repos")
  List<IndexedRepository> indexed();

  /** The repositories that Xray could index, but does not. */
  @JsonProperty("non_indexed_repos")
  List<IndexedRepository> notIndexed();

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

  /** A builder of {@link IndexedRepositories} values. Not thread-safe. */
  final class Builder extends ImmutableIndexedRepositories.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
