package io.github.xrayclient.watch;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.github.xrayclient.internal.XrayStyle;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** One thing that a watch looks at; it passes if all its filters do. */
@Value.Immutable
@XrayStyle
@JsonSerialize(as = ImmutableWatchResource.class)
@JsonDeserialize(builder = WatchResource.Builder.class)
public interface WatchResource {
  @JsonProperty("type")
  WatchResourceType type();

  /** A key or name; for the {@code all-…} types only a text for people. */
  @JsonProperty("name")
  Optional<String> name();

  /** The connected Artifactory, {@code default} as a rule. */
  @JsonProperty("bin_mgr_id")
  Optional<String> binaryManagerId();

  @JsonProperty("repo_type")
  Optional<RepositoryType> repositoryType();

  @JsonProperty("build_repo")
  Optional<String> buildRepository();

  @JsonProperty("project")
  Optional<String> project();

  @JsonProperty("filters")
  List<WatchFilter> filters();

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
  final class Builder extends ImmutableWatchResource.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
