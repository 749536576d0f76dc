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

/** A repository that Xray indexes, or could index. */
@Value.Immutable
@XrayStyle
@JsonSerialize(as = ImmutableIndexedRepository.class)
@JsonDeserialize(builder = IndexedRepository.Builder.class)
public interface IndexedRepository {
  /** The key of the repository. */
  @JsonProperty("name")
  String name();

  /** Whether the repository is local or remote, or of another class. */
  @JsonProperty("type")
  Optional<RepositoryClass> type();

  /** The package type, in the spelling of Xray. */
  @JsonProperty("pkg_type")
  Optional<String> packageType();

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

  /**
   * A builder of {@link IndexedRepository} values. {@code build()} throws an {@link
   * IllegalStateException} that names each mandatory value that was not set. Not thread-safe.
   */
  final class Builder extends ImmutableIndexedRepository.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
