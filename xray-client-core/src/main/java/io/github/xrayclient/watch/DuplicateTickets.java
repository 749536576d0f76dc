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

/** When a watch creates a ticket again for a violation that has one already. */
@Value.Immutable
@XrayStyle
@JsonSerialize(as = ImmutableDuplicateTickets.class)
@JsonDeserialize(builder = DuplicateTickets.Builder.class)
public interface DuplicateTickets {
  /** The kinds of objects for which each version gets a ticket of its own. */
  @JsonProperty("by_version")
  Optional<TicketsByVersion> byVersion();

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

  /** A builder of {@link DuplicateTickets} values. Not thread-safe. */
  final class Builder extends ImmutableDuplicateTickets.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
