package io.github.xrayclient.internal.call;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.xrayclient.http.ApiCall;
import io.github.xrayclient.internal.json.Json;
import io.github.xrayclient.value.UnexpectedChange;
import java.net.URI;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What exceptions and results may say about a call and of what it met: all but the credentials of its
 * client.
 */
public final class RedactedByCall {
  private RedactedByCall() {}

  /** The address of a call, in which a caller may have put a token. */
  public static URI address(ApiCall<?> call) {
    URI uri = call.request().uri();
    return call instanceof JsonCall ? ((JsonCall<?>) call).redaction().address(uri) : uri;
  }

  /** A text that may hold words of the server. */
  public static String text(ApiCall<?> call, String text) {
    return call instanceof JsonCall ? ((JsonCall<?>) call).redaction().text(text) : text;
  }

  /** A failure whose text may hold words of the server. */
  public static Throwable cause(ApiCall<?> call, Throwable cause) {
    return call instanceof JsonCall ? ((JsonCall<?>) call).redaction().cause(cause) : cause;
  }

  /** Changes with values of the server. */
  public static List<UnexpectedChange> changes(ApiCall<?> call, List<UnexpectedChange> changes) {
    UnaryOperator<String> redact = text -> text(call, text);
    return changes.stream()
        .map(change -> new UnexpectedChange(
            redact.apply(change.field()),
            json(change.expected().orElse(null), redact),
            json(change.actual().orElse(null), redact)))
        .collect(Collectors.toList());
  }

  private static @Nullable JsonNode json(@Nullable JsonNode value, UnaryOperator<String> redact) {
    if (value == null) {
      return null;
    }
    String text = value.toString();
    String redacted = redact.apply(text);
    if (redacted.equals(text)) {
      return value;
    }
    try {
      return Json.MAPPER.readTree(redacted);
    } catch (JsonProcessingException noJson) { // more than a part of a text was hidden
      return TextNode.valueOf(redacted);
    }
  }
}
