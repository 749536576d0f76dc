package io.github.xrayclient.watch;

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

/** What a watch is called and whether it is at work. */
@Value.Immutable
@XrayStyle
@JsonSerialize(as = ImmutableGeneralData.class)
@JsonDeserialize(builder = GeneralData.Builder.class)
public interface GeneralData {
  /** The id that the server gave the watch. */
  @JsonProperty("id")
  Optional<String> id();

  /** The name, which identifies a watch in its project, or among the global ones. */
  @JsonProperty("name")
  String name();

  @JsonProperty("description")
  Optional<String> description();

  /** Only an active watch finds violations and blocks. */
  @JsonProperty("active")
  Optional<Boolean> active();

  /** Absent or empty for a global watch. */
  @JsonProperty("project_key")
  Optional<String> projectKey();

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

  /**
   * Collects the values; {@code build()} throws an {@link IllegalStateException} that names what is
   * needed and not set. Not thread-safe.
   */
  final class Builder extends ImmutableGeneralData.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
