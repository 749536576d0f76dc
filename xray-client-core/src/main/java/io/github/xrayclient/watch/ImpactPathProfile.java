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

/** The ticket profile that is used for certain impact paths. */
@Value.Immutable
@XrayStyle
@JsonSerialize(as = ImmutableImpactPathProfile.class)
@JsonDeserialize(builder = ImpactPathProfile.Builder.class)
public interface ImpactPathProfile {
  /** The name of the ticket profile. */
  @JsonProperty("profile")
  Optional<String> profile();

  /** The pattern of the impact paths for which the profile is used. */
  @JsonProperty("pattern")
  Optional<String> pattern();

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

  /** A builder of {@link ImpactPathProfile} values. Not thread-safe. */
  final class Builder extends ImmutableImpactPathProfile.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
