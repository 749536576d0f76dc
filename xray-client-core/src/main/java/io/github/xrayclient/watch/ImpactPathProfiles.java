package io.github.xrayclient.watch;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.github.xrayclient.internal.json.XrayStyle;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;

/** The ticket profiles that are used for certain impact paths. */
@Value.Immutable
@XrayStyle
@JsonSerialize(as = ImmutableImpactPathProfiles.class)
@JsonDeserialize(builder = ImpactPathProfiles.Builder.class)
public interface ImpactPathProfiles {
  /** The ticket profiles, each with a pattern of impact paths. */
  @JsonProperty("include")
  List<ImpactPathProfile> include();

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

  /** A builder of {@link ImpactPathProfiles} values. Not thread-safe. */
  final class Builder extends ImmutableImpactPathProfiles.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
