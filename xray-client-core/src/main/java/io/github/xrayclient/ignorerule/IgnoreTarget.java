package io.github.xrayclient.ignorerule;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.github.xrayclient.internal.json.XrayStyle;
import java.io.Serializable;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** A component, artifact, build or release bundle to which an ignore rule is limited. */
@Value.Immutable
@XrayStyle
@JsonSerialize(as = ImmutableIgnoreTarget.class)
@JsonDeserialize(builder = IgnoreTarget.Builder.class)
@SuppressWarnings("serial")
public interface IgnoreTarget extends Serializable {
  /** The exact name. Patterns are not supported. */
  @JsonProperty("name")
  Optional<String> name();

  /** The version; absent means every version. */
  @JsonProperty("version")
  Optional<String> version();

  /** The path of an artifact. The path of a folder ends with a slash. */
  @JsonProperty("path")
  Optional<String> path();

  /** The key of the project of a build. */
  @JsonProperty("project")
  Optional<String> project();

  /**
   * Fields that this version of the library does not know, and known fields with a value that it
   * cannot read, as received.
   */
  @JsonAnyGetter
  @JsonAnySetter
  Map<String, JsonNode> extras();

  /** Returns a target with this name, in every version. */
  static IgnoreTarget of(String name) {
    return builder().name(name).build();
  }

  /** Returns a target with this name and version. */
  static IgnoreTarget of(String name, String version) {
    return builder().name(name).version(version).build();
  }

  /** A builder that begins with these values. */
  Builder toBuilder();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder of {@link IgnoreTarget} values. Not thread-safe. */
  final class Builder extends ImmutableIgnoreTarget.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
