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
 * A watch, which applies policies to resources such as repositories and builds. Only an active
 * watch finds violations and blocks downloads.
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

  /** The resources that the watch covers. {@link #resources()} is the shorter way to read them. */
  @JsonProperty("project_resources")
  Optional<ProjectResources> projectResources();

  /** The policies that the watch applies to its resources. */
  @JsonProperty("assigned_policies")
  List<AssignedPolicy> assignedPolicies();

  /** Mail addresses that are notified of violations, if a rule of a policy says so. */
  @JsonProperty("watch_recipients")
  List<String> watchRecipients();

  /** How tickets are created for violations. */
  @JsonProperty("ticket_generation")
  Optional<TicketGeneration> ticketGeneration();

  /** The name of the ticket profile with which tickets are created. */
  @JsonProperty("ticket_profile")
  Optional<String> ticketProfile();

  /** Whether tickets are created for violations. */
  @JsonProperty("create_ticket_enabled")
  Optional<Boolean> createTicketEnabled();

  /**
   * Fields that this version of the library does not know, and known fields with a value that it
   * cannot read, as received.
   */
  @JsonAnyGetter
  @JsonAnySetter
  Map<String, JsonNode> extras();

  /** The name, which identifies the watch among those of its project, or among the global ones. */
  @JsonIgnore
  default String name() {
    return generalData().name();
  }

  /** What the watch is for, as free text. */
  @JsonIgnore
  default Optional<String> description() {
    return generalData().description();
  }

  /**
   * Whether the watch is switched on, as received; absent if the server did not send it.
   * {@link #isActive()} resolves an absent value.
   */
  @JsonIgnore
  default Optional<Boolean> active() {
    return generalData().active();
  }

  /**
   * Whether the watch finds violations and blocks downloads. If the server did not send
   * {@link #active()}, the watch counts as active if it has resources, which is the server's
   * default.
   */
  @JsonIgnore
  default boolean isActive() {
    return active().orElse(!resources().isEmpty());
  }

  /** The key of the project that owns the watch; absent or empty for a global watch. */
  @JsonIgnore
  default Optional<String> projectKey() {
    return generalData().projectKey();
  }

  /**
   * The resources that the watch covers; empty if the server sent none. An artifact is covered if
   * one of them covers it.
   */
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
   * A builder of {@link Watch} values. {@code build()} throws an {@link
   * IllegalStateException} that names each mandatory value that was not set. Not thread-safe.
   */
  final class Builder extends ImmutableWatch.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
