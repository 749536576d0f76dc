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

/** The name, description, state and project of a watch. */
@Value.Immutable
@XrayStyle
@JsonSerialize(as = ImmutableGeneralData.class)
@JsonDeserialize(builder = GeneralData.Builder.class)
public interface GeneralData {
  /**
   * The id of the watch, which the server sets. Watches are addressed by their names, not by this
   * id.
   */
  @JsonProperty("id")
  Optional<String> id();

  /** The name, which identifies the watch among those of its project, or among the global ones. */
  @JsonProperty("name")
  String name();

  /** What the watch is for, as free text. */
  @JsonProperty("description")
  Optional<String> description();

  /**
   * Whether the watch is switched on. Only an active watch finds violations and blocks downloads.
   * For an absent value see {@link Watch#isActive()}.
   */
  @JsonProperty("active")
  Optional<Boolean> active();

  /** The key of the project that owns the watch; absent or empty for a global watch. */
  @JsonProperty("project_key")
  Optional<String> projectKey();

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
   * A builder of {@link GeneralData} values. {@code build()} throws an {@link
   * IllegalStateException} that names each mandatory value that was not set. Not thread-safe.
   */
  final class Builder extends ImmutableGeneralData.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
