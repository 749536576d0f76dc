package io.github.xrayclient.diagnostics.internal.migration.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.internal.json.NonBlank;
import io.github.xrayclient.value.Timestamp;
import java.util.Optional;
import java.util.stream.Stream;

/** Who changed an object last, and when, as far as the server tells. */
public final class LastChange {
  private final Optional<String> by;
  private final Optional<String> at;

  private LastChange(Optional<String> by, Optional<String> at) {
    this.by = by;
    this.at = at;
  }

  /** For policies and watches, servers tell who created them, but not who changed them. */
  public static LastChange of(StoredObject object) {
    JsonNode received = object.received();
    JsonNode general = received.path("general_data");
    return new LastChange(
        first(received.path("updated_by")),
        first(received.path("updated_at"), received.path("modified"), general.path("modified"))
            .filter(time -> !time.startsWith("0001-")));
  }

  private static Optional<String> first(JsonNode... fields) {
    return Stream.of(fields).flatMap(field -> NonBlank.text(field).stream()).findFirst();
  }

  public Optional<String> by() {
    return by;
  }

  public Optional<Timestamp> at() {
    return at.map(Timestamp::of);
  }

  /** Adds the field {@code lastChange} with {@code by} and {@code at}, as far as they are known. */
  public void addTo(ObjectNode json) {
    by.ifPresent(user -> json.withObjectProperty("lastChange").put("by", user));
    at.ifPresent(time -> json.withObjectProperty("lastChange").put("at", time));
  }

  /**
   * In words that follow a verb, such as {@code " by admin at 2026-01-02T09:00:00Z"}; empty if
   * nothing is known.
   */
  public String words() {
    return by.map(user -> " by " + user).orElse("")
        + at.map(time -> " at " + time).orElse("");
  }
}
