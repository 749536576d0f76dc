package io.github.xrayclient.watch;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.github.xrayclient.internal.json.XrayStyle;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Ties resources to policies. Violations and download blocks exist through an active watch only.
 *
 * @see "JFrog REST APIs: Get Watches"
 */
@Value.Immutable
@XrayStyle
@JsonSerialize(as = ImmutableWatch.class)
@JsonDeserialize(builder = Watch.Builder.class)
public interface Watch {
  /** Name, description, project, and whether the watch is active. */
  @JsonProperty("general_data")
  GeneralData generalData();

  /** What the watch covers. */
  @JsonProperty("project_resources")
  Optional<ProjectResources> projectResources();

  /** The policies that the watch applies to what it covers. */
  @JsonProperty("assigned_policies")
  List<AssignedPolicy> assignedPolicies();

  /** Mail addresses. */
  @JsonProperty("watch_recipients")
  List<String> watchRecipients();

  /** How tickets are made for violations. */
  @JsonProperty("ticket_generation")
  Optional<TicketGeneration> ticketGeneration();

  /** The name of the profile by which tickets are made. */
  @JsonProperty("ticket_profile")
  Optional<String> ticketProfile();

  /** Whether violations get tickets. */
  @JsonProperty("create_ticket_enabled")
  Optional<Boolean> createTicketEnabled();

  /** Fields that this version of the library does not know, as received. */
  @JsonAnyGetter
  @JsonAnySetter
  Map<String, JsonNode> extras();

  /** The name, by which a watch is addressed. */
  @JsonIgnore
  default String name() {
    return generalData().name();
  }

  /** What it is for. */
  @JsonIgnore
  default Optional<String> description() {
    return generalData().description();
  }

  /** Whether it is switched on; absent if the answer does not say: see {@link #isActive()}. */
  @JsonIgnore
  default Optional<Boolean> active() {
    return generalData().active();
  }

  /**
   * Whether it finds violations and blocks. A watch that does not say whether it is switched on is
   * taken as active if it has resources, as servers do.
   */
  @JsonIgnore
  default boolean isActive() {
    return active().orElse(!resources().isEmpty());
  }

  /** The project that it belongs to; absent or empty for a global watch. */
  @JsonIgnore
  default Optional<String> projectKey() {
    return generalData().projectKey();
  }

  /** What it looks at; empty if the answer does not say. */
  @JsonIgnore
  default List<WatchResource> resources() {
    return projectResources().map(ProjectResources::resources).orElse(List.of());
  }

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
  final class Builder extends ImmutableWatch.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
