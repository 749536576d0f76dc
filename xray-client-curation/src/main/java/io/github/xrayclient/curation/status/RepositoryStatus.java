package io.github.xrayclient.curation.status;

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

/** What Curation does with a package in one curated repository, and why. */
@Value.Immutable
@XrayStyle
@JsonSerialize(as = ImmutableRepositoryStatus.class)
@JsonDeserialize(builder = RepositoryStatus.Builder.class)
public interface RepositoryStatus {
  /**
   * The key of the curated repository. Absent if the server refused the package without naming a
   * repository.
   */
  @JsonProperty("repo_name")
  Optional<String> repository();

  /** What Curation does with the package. */
  @JsonProperty("action")
  Optional<PackageAction> action();

  /**
   * Why Curation does so, such as {@code Policy violations}; an empty text if the server gives no
   * reason. If the server refused the package without naming a repository, its message.
   */
  @JsonProperty("reason")
  Optional<String> reason();

  /**
   * The policies that block the package here; usually empty if it is allowed. It is not known
   * whether servers list policies that are a dry run.
   */
  @JsonProperty("policies")
  List<StatusPolicy> policies();

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

  /** A builder of {@link RepositoryStatus} values. Not thread-safe. */
  final class Builder extends ImmutableRepositoryStatus.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
