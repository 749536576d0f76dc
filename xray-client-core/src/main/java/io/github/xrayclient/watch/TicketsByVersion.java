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

/** The kinds of objects for which each version gets a ticket of its own. */
@Value.Immutable
@XrayStyle
@JsonSerialize(as = ImmutableTicketsByVersion.class)
@JsonDeserialize(builder = TicketsByVersion.Builder.class)
public interface TicketsByVersion {
  /** Whether each version of a build gets a ticket of its own. */
  @JsonProperty("build")
  Optional<Boolean> build();

  /** Whether each version of a package gets a ticket of its own. */
  @JsonProperty("package")
  Optional<Boolean> packageVersion();

  /** Whether each version of a release bundle gets a ticket of its own. */
  @JsonProperty("release_bundle")
  Optional<Boolean> releaseBundle();

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

  /** A builder of {@link TicketsByVersion} values. Not thread-safe. */
  final class Builder extends ImmutableTicketsByVersion.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
