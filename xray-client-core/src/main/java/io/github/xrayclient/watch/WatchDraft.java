package io.github.xrayclient.watch;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.internal.call.Arguments;
import io.github.xrayclient.internal.json.Json;
import io.github.xrayclient.internal.write.WatchFields;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A watch that does not exist yet. Its JSON form is the body that is sent, and Jackson can read it
 * from there; a field that cannot be sent is refused. Immutable and thread-safe.
 *
 * @see "JFrog REST APIs: Create Watch"
 */
public final class WatchDraft {
  private final Watch watch;
  private final Map<String, Object> body;

  private WatchDraft(Watch watch) {
    this.watch = watch;
    this.body = WatchBody.of(watch, Optional.of(watch.name()));
  }

  /**
   * Begins an active watch of this name, which cannot be changed later.
   *
   * @throws IllegalArgumentException if the name is blank or holds a control character
   */
  public static Builder named(String name) {
    GeneralData data =
        GeneralData.builder().name(Arguments.name("name", name)).active(true).build();
    return new Builder(Watch.builder().generalData(data).build(), List.of());
  }

  /**
   * Begins a watch like one that exists: with its name, its description, whether it is active, its
   * resources, policies, recipients and settings for tickets, and with fields that this version of
   * the library does not know. Id and project are not copied.
   */
  public static Builder like(Watch watch) {
    return new Builder(watch, watch.resources());
  }

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static WatchDraft read(ObjectNode content) {
    WatchFields.FIELDS.refuseSetByServer("a draft of a watch", content);
    WatchFields.GENERAL_DATA.refuseSetByServer(
        "general_data in a draft of a watch", content.path("general_data"));
    Watch watch = Json.MAPPER.convertValue(content, Watch.class);
    return new Builder(watch, List.of()).name(watch.name()).build();
  }

  /** The name. */
  public String name() {
    return watch.name();
  }

  /** What the watch is for. */
  public Optional<String> description() {
    return watch.description();
  }

  /** Whether the watch finds violations and blocks; read like {@link Watch#isActive()}. */
  public boolean isActive() {
    return watch.isActive();
  }

  /** What the watch looks at. */
  public List<WatchResource> resources() {
    return watch.resources();
  }

  /** The policies that the watch applies. */
  public List<AssignedPolicy> assignedPolicies() {
    return watch.assignedPolicies();
  }

  /** Mail addresses that hear of violations. */
  public List<String> watchRecipients() {
    return watch.watchRecipients();
  }

  /** When tickets are made. */
  public Optional<TicketGeneration> ticketGeneration() {
    return watch.ticketGeneration();
  }

  /** The name of the ticketing profile. */
  public Optional<String> ticketProfile() {
    return watch.ticketProfile();
  }

  /** Whether tickets are made. */
  public Optional<Boolean> createTicketEnabled() {
    return watch.createTicketEnabled();
  }

  /** What is sent, by wire names. */
  @JsonValue
  Map<String, Object> body() {
    return body;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof WatchDraft && body.equals(((WatchDraft) other).body);
  }

  @Override
  public int hashCode() {
    return body.hashCode();
  }

  @Override
  public String toString() {
    return "WatchDraft" + body;
  }

  /** Collects what the watch looks at. Not thread-safe. */
  public static final class Builder extends WatchBuilder<Builder> {
    private final Collection<WatchResource> known;

    private Builder(Watch watch, Collection<WatchResource> known) {
      super(watch);
      this.known = known;
    }

    @Override
    Builder self() {
      return this;
    }

    /**
     * Gives the watch another name.
     *
     * @throws IllegalArgumentException if the name is blank or holds a control character
     */
    public Builder name(String name) {
      return rename(Arguments.name("name", name));
    }

    /**
     * Finishes the draft. Resources of the watch that {@link WatchDraft#like} copied are not checked.
     *
     * @throws IllegalArgumentException if a server is known to refuse it; the message names the field
     */
    public WatchDraft build() {
      return new WatchDraft(finish(known));
    }
  }
}
