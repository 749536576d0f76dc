package io.github.xrayclient.diagnostics.internal.migration.content;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.diagnostics.migration.NotRead;
import io.github.xrayclient.error.XrayApiException;
import io.github.xrayclient.error.XrayForbiddenException;
import java.util.Optional;

/** The reason why objects of a kind could not be read. */
public final class UnreadableKind extends NoteValue<NotRead.Kind> implements NotRead {
  public UnreadableKind(Kind kind, String text) {
    super(kind, null, text);
  }

  /** The reason for which a server refused to list conditions or curation policies. */
  public static NotRead of(XrayApiException e) {
    return e instanceof XrayForbiddenException
        ? new UnreadableKind(
            Kind.FORBIDDEN,
            "the token has no permission to read Curation (status" + " " + e.statusCode() + ")")
        : new UnreadableKind(
            Kind.NOT_AVAILABLE, "the server has no Curation (status " + e.statusCode() + ")");
  }

  /** Reads a reason from JSON; empty if this version of the library does not know its kind. */
  public static Optional<NotRead> read(JsonNode json) {
    return kind(Kind.values(), json.path("kind").asText())
        .map(kind -> new UnreadableKind(kind, json.path("text").asText()));
  }
}
