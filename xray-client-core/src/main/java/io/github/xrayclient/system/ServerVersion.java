package io.github.xrayclient.system;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.github.xrayclient.internal.json.XrayStyle;
import io.github.xrayclient.value.XrayVersion;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.immutables.value.Value;

/** The version of an Xray server. */
@Value.Immutable
@XrayStyle
@JsonSerialize(as = ImmutableServerVersion.class)
@JsonDeserialize(builder = ServerVersion.Builder.class)
public interface ServerVersion {
  /** The version of Xray. */
  @JsonProperty("xray_version")
  XrayVersion xray();

  /** The revision of the source that this Xray was built from. */
  @JsonProperty("xray_revision")
  Optional<String> revision();

  /**
   * Fields that this version of the library does not know, and known fields with a value that it
   * cannot read, as received.
   */
  @JsonAnyGetter
  @JsonAnySetter
  Map<String, JsonNode> extras();

  /**
   * Whether the server is certainly older than the given version, such as {@code 3.116.0}. False if
   * one of the two cannot be read as a version.
   */
  @JsonIgnore
  default boolean isBefore(String other) {
    return xray().isBefore(XrayVersion.of(Objects.requireNonNull(other, "other")));
  }

  /** A builder that begins with these values. */
  Builder toBuilder();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /**
   * A builder of {@link ServerVersion} values. {@code build()} throws an {@link
   * IllegalStateException} that names each mandatory value that was not set. Not thread-safe.
   */
  final class Builder extends ImmutableServerVersion.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
