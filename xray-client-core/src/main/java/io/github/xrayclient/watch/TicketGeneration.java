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

/** How a watch creates tickets for violations. */
@Value.Immutable
@XrayStyle
@JsonSerialize(as = ImmutableTicketGeneration.class)
@JsonDeserialize(builder = TicketGeneration.Builder.class)
public interface TicketGeneration {
  /** When a ticket is created again for a violation that has one already. */
  @JsonProperty("create_duplicate_tickets")
  Optional<DuplicateTickets> createDuplicateTickets();

  /** The ticket profiles that are used for certain impact paths. */
  @JsonProperty("impact_path_profiles_mapping")
  Optional<ImpactPathProfiles> impactPathProfilesMapping();

  /** Whether tickets are created for ignored violations, too. */
  @JsonProperty("create_tickets_for_ignored_violation")
  Optional<Boolean> createTicketsForIgnoredViolation();

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

  /** A builder of {@link TicketGeneration} values. Not thread-safe. */
  final class Builder extends ImmutableTicketGeneration.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
