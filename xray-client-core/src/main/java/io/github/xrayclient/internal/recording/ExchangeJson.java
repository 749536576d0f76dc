package io.github.xrayclient.internal.recording;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.error.XrayTransportException;
import io.github.xrayclient.http.ApiRequest;
import io.github.xrayclient.http.ApiResponse;
import io.github.xrayclient.internal.json.Json;
import io.github.xrayclient.internal.secret.VisibleText;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** The JSON of one exchange. Not thread-safe. */
public final class ExchangeJson {
  public static final int SCHEMA = 1;

  private static final List<String> REQUEST_HEADERS = List.of("Accept", "Content-Type");
  private static final List<String> RESPONSE_HEADERS = List.of(
      "Content-Type",
      "Date",
      "Location",
      "Retry-After",
      "Uber-Trace-Id",
      "X-JFrog-Request-Id",
      "X-JFrog-Version",
      "X-Request-Id",
      "X-Xray-Version");

  /** They contain no names, but words that would look like names. */
  private static final Set<String> WITHOUT_NAMES =
      Set.of("Accept", "Content-Type", "Date", "Retry-After");

  private final ObjectNode json = JsonNodeFactory.instance.objectNode();
  private final ShownText shown;
  private final int mostOfBody;

  /**
   * @param mostOfBody a body of more bytes is cut
   */
  public ExchangeJson(ShownText shown, int mostOfBody) {
    this.shown = shown;
    this.mostOfBody = mostOfBody;
  }

  public ExchangeJson about(int number, Instant startedAt, Duration duration, int attempt) {
    json.put("schema", SCHEMA)
        .put("number", number)
        .put("startedAt", startedAt.toString())
        .put("durationMillis", duration.toMillis())
        .put("attempt", attempt);
    return this;
  }

  public ExchangeJson request(ApiRequest request) {
    ObjectNode message = json.putObject("request");
    URI uri = request.uri();
    String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    message.put("method", request.method());
    message.put("server", shown.of(uri.getScheme() + "://" + uri.getHost() + port));
    message.put("path", shown.of(target(uri)));
    ObjectNode headers = message.putObject("headers");
    for (String name : REQUEST_HEADERS) {
      String value = request.headers().get(name);
      if (value != null) {
        headers.put(name, header(name, value));
      }
    }
    request.body().ifPresent(body -> RecordedBody.addTo(message, body, false, mostOfBody, shown));
    return this;
  }

  public ExchangeJson response(ApiResponse answer) {
    ObjectNode message = json.putObject("response").put("status", answer.statusCode());
    ObjectNode headers = message.putObject("headers");
    for (String name : RESPONSE_HEADERS) {
      answer.header(name).ifPresent(value -> headers.put(name, header(name, value)));
    }
    RecordedBody.addTo(message, answer.body(), answer.isBodyCut(), mostOfBody, shown);
    return this;
  }

  /** Adds the exception that was thrown in place of an answer. */
  public ExchangeJson failure(RuntimeException thrown) {
    ObjectNode message = json.putObject("failure");
    if (thrown instanceof XrayTransportException) {
      XrayTransportException failure = (XrayTransportException) thrown;
      message.put("kind", failure.kind().name()).put("problem", shown.of(failure.problem()));
    } else {
      message.put("kind", XrayTransportException.Kind.NO_ANSWER.name());
      message.put("problem", shown.of(String.valueOf(thrown)));
    }
    return this;
  }

  private String header(String name, String value) {
    String text = WITHOUT_NAMES.contains(name) ? shown.withoutCredentials(value) : shown.of(value);
    return VisibleText.oneLine(text);
  }

  /** Returns the path and the query of a URL, encoded. */
  public static String target(URI uri) {
    String path = uri.getRawPath() == null ? "" : uri.getRawPath();
    return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
  }

  /**
   * Returns the text of the file. If it nevertheless has a credential, which then spans several
   * values or is escaped often, the credential is hidden, or the bodies are left out if the text
   * would not be JSON without it.
   */
  public String text() {
    String text = written(json);
    String hidden = shown.withoutCredentials(text);
    return hidden.equals(text) || isJson(hidden)
        ? hidden
        : shown.withoutCredentials(written(withoutBodies()));
  }

  private JsonNode withoutBodies() {
    ObjectNode without = json.deepCopy();
    for (String message : List.of("request", "response")) {
      if (without.has(message)) {
        ((ObjectNode) without.get(message)).remove(List.of(RecordedBody.JSON, RecordedBody.TEXT));
      }
    }
    return without;
  }

  private static boolean isJson(String text) {
    try {
      return Json.STRICT.readTree(text).isObject();
    } catch (JsonProcessingException notJson) {
      return false; // the caller then leaves the bodies out
    }
  }

  private static String written(JsonNode json) {
    return VisibleText.lines(Json.lines(json)) + "\n";
  }
}
