package io.github.xrayclient.curation.status;

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

/** In how many curated repositories a package is allowed, and in how many it is blocked. */
@Value.Immutable
@XrayStyle
@JsonSerialize(as = ImmutableStatusSummary.class)
@JsonDeserialize(builder = StatusSummary.Builder.class)
public interface StatusSummary {
  /** The number of repositories that allow the package. */
  @JsonProperty("total_approved")
  Optional<Integer> totalApproved();

  /** The number of repositories that block the package. */
  @JsonProperty("total_blocked")
  Optional<Integer> totalBlocked();

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

  /** A builder of {@link StatusSummary} values. Not thread-safe. */
  final class Builder extends ImmutableStatusSummary.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
