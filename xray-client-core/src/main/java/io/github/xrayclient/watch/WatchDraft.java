package io.github.xrayclient.watch;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.internal.call.Arguments;
import io.github.xrayclient.internal.json.Json;
import io.github.xrayclient.internal.write.DraftFields;
import io.github.xrayclient.internal.write.WatchFields;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A watch that is about to be created. Its JSON form is the body of the request, and Jackson can
 * read that form; reading throws if it has a field that only the server sets, or a value of another
 * type than documented. Immutable and thread-safe.
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
   * Returns a builder of a draft of an active watch with this name. The name cannot be changed
   * after the watch was created.
   *
   * @throws IllegalArgumentException if the name is blank, {@code .} or {@code ..}, or has a
   *     control character
   */
  public static Builder named(String name) {
    GeneralData data =
        GeneralData.builder().name(Arguments.name("name", name)).active(true).build();
    return new Builder(Watch.builder().generalData(data).build(), WatchChecks.ofNew());
  }

  /**
   * Returns a builder of a draft with everything that a watch has, except its id and project: name,
   * description, whether it is active, resources, policies, recipients, settings for tickets, and
   * the fields that this version of the library does not know.
   */
  public static Builder like(Watch watch) {
    return new Builder(watch, WatchChecks.ofCopy(Objects.requireNonNull(watch, "watch")));
  }

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static WatchDraft read(ObjectNode content) {
    WatchFields.FIELDS.refuseSetByServer("a draft of a watch", content);
    WatchFields.GENERAL_DATA.refuseSetByServer(
        "general_data in a draft of a watch", content.path("general_data"));
    Watch watch = Json.MAPPER.convertValue(content, Watch.class);
    DraftFields.refuseUnread("a draft of a watch", "$", watch);
    return new Builder(watch, WatchChecks.ofNew()).name(watch.name()).build();
  }

  /** The name of the watch. */
  public String name() {
    return watch.name();
  }

  /** What the watch is for, as free text; absent if none is sent. */
  public Optional<String> description() {
    return watch.description();
  }

  /**
   * Whether the new watch finds violations and blocks downloads. If that was not set, it counts as
   * active if it has resources, which is the server's default.
   */
  public boolean isActive() {
    return watch.isActive();
  }

  /** The resources that the watch covers. */
  public List<WatchResource> resources() {
    return watch.resources();
  }

  /** The policies that the watch applies to its resources. */
  public List<AssignedPolicy> assignedPolicies() {
    return watch.assignedPolicies();
  }

  /** Mail addresses that are notified of violations. */
  public List<String> watchRecipients() {
    return watch.watchRecipients();
  }

  /** How tickets are created for violations. */
  public Optional<TicketGeneration> ticketGeneration() {
    return watch.ticketGeneration();
  }

  /** The name of the ticket profile with which tickets are created. */
  public Optional<String> ticketProfile() {
    return watch.ticketProfile();
  }

  /** Whether tickets are created for violations; absent means no. */
  public Optional<Boolean> createTicketEnabled() {
    return watch.createTicketEnabled();
  }

  /** The body of the request, by wire names. */
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

  /** A builder of {@link WatchDraft} values. Not thread-safe. */
  public static final class Builder extends WatchBuilder<Builder> {
    private final WatchChecks checks;

    private Builder(Watch watch, WatchChecks checks) {
      super(watch);
      this.checks = checks;
    }

    @Override
    Builder self() {
      return this;
    }

    /**
     * Sets the name of the watch.
     *
     * @throws IllegalArgumentException if the name is blank, {@code .} or {@code ..}, or has a
     *     control character
     */
    public Builder name(String name) {
      return rename(Arguments.name("name", name));
    }

    /**
     * Builds the draft. Resources and recipients that {@link WatchDraft#like} copied are not
     * checked unless they were changed.
     *
     * @throws IllegalArgumentException if the draft is active without resources or policies, or has
     *     a resource that servers are known to refuse; the message names the field
     */
    public WatchDraft build() {
      return new WatchDraft(finish(checks));
    }
  }
}
