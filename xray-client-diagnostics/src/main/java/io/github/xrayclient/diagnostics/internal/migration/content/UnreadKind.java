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
  private final Reason reason;
  private final String text;

  public UnreadKind(Reason reason, String text) {
    this.reason = reason;
    this.text = text;
  }

  static NotRead of(XrayApiException e) {
    Reason reason = e instanceof XrayForbiddenException ? Reason.FORBIDDEN : Reason.NOT_AVAILABLE;
    return new UnreadKind(reason, "the server answered " + e.statusCode());
  }

  /** Nothing if the reason is not known. */
  static Optional<NotRead> read(JsonNode json) {
    return Arrays.stream(Reason.values())
        .filter(reason -> reason.name().equals(json.path("reason").asText()))
        .findFirst()
        .map(reason -> new UnreadKind(reason, json.path("text").asText()));
  }

  @Override
  public Reason reason() {
    return reason;
  }

  @Override
  public String text() {
    return text;
  }

  @Override
  public ObjectNode toJson() {
    return JsonNodeFactory.instance.objectNode().put("reason", reason.name()).put("text", text);
  }

  @Override
  public String toString() {
    return text;
  }
}
