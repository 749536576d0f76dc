package io.github.xrayclient.diagnostics.internal.migration.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.diagnostics.internal.migration.content.StoredObject;
import io.github.xrayclient.internal.json.NonBlank;
import java.util.Optional;
import java.util.stream.Stream;

/** Who changed an object last, and when, as far as the server tells. */
final class LastChange {
  private LastChange() {}

  /** In words that follow a verb, such as {@code " by admin at 2026-01-02T09:00:00Z"}; may be empty. */
  static String of(StoredObject object) {
    JsonNode received = object.received();
    JsonNode general = received.path("general_data");
    // For policies and watches, servers tell who created them, but not who changed them.
    String by = first(received.path("updated_by")).map(user -> " by " + user).orElse("");
    String at = first(
            received.path("updated_at"), received.path("modified"), general.path("modified"))
        .filter(time -> !time.startsWith("0001-"))
        .map(time -> " at " + time)
        .orElse("");
    return by + at;
  }

  private static Optional<String> first(JsonNode... fields) {
    return Stream.of(fields).flatMap(field -> NonBlank.text(field).stream()).findFirst();
  }
}
