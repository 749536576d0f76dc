package io.github.xrayclient.diagnostics.internal.migration.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.diagnostics.migration.NotRead;
import io.github.xrayclient.error.XrayApiException;
import io.github.xrayclient.error.XrayForbiddenException;
import java.util.Arrays;
import java.util.Optional;

/** Why objects of a kind could not be read. */
public final class UnreadKind extends JsonForm implements NotRead {
  private final Kind kind;
  private final String text;

  public UnreadKind(Kind kind, String text) {
    this.kind = kind;
    this.text = text;
  }

  static NotRead of(XrayApiException e) {
    Kind kind = e instanceof XrayForbiddenException ? Kind.FORBIDDEN : Kind.NOT_AVAILABLE;
    return new UnreadKind(kind, "the server answered " + e.statusCode());
  }

  /** Nothing if the kind is not known. */
  static Optional<NotRead> read(JsonNode json) {
    return Arrays.stream(Kind.values())
        .filter(kind -> kind.name().equals(json.path("kind").asText()))
        .findFirst()
        .map(kind -> new UnreadKind(kind, json.path("text").asText()));
  }

  @Override
  public Kind kind() {
    return kind;
  }

  @Override
  public String text() {
    return text;
  }

  @Override
  public ObjectNode toJson() {
    return JsonNodeFactory.instance.objectNode().put("kind", kind.name()).put("text", text);
  }

  @Override
  public String toString() {
    return text;
  }
}
