package io.github.xrayclient.recording;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.error.XrayTransportException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One request of a {@link Recording}, with its answer or its failure. Either {@link #statusCode()} or
 * {@link #failureKind()} has a value. Immutable.
 */
public final class RecordedExchange {
  private final ObjectNode json;
  private final JsonNode request;
  private final JsonNode response;

  /**
   * @param json the content of a file; it must not be changed afterwards
   */
  RecordedExchange(ObjectNode json) {
    this.json = json;
    this.request = json.path("request");
    this.response = json.path("response");
  }

  /** The number of the exchange, in the order in which the requests were sent; the first is 1. */
  public int number() {
    return json.path("number").asInt();
  }

  /** When the request was sent; empty if the file does not tell it. */
  public Optional<Instant> startedAt() {
    try {
      return Optional.of(Instant.parse(json.path("startedAt").asText()));
    } catch (DateTimeParseException noTime) {
      return Optional.empty();
    }
  }

  /** The time until the answer was complete, or until the attempt failed. */
  public Duration duration() {
    return Duration.ofMillis(json.path("durationMillis").asLong());
  }

  /** The number of this attempt within its call; the first attempt is 1. */
  public int attempt() {
    return json.path("attempt").asInt(1);
  }

  /** The HTTP method of the request, such as {@code GET}. */
  public String method() {
    return request.path("method").asText();
  }

  /** The server, such as {@code https://acme.example:8443}. */
  public String server() {
    return request.path("server").asText();
  }

  /** The path and the query of the request, encoded as they were sent. */
  public String path() {
    return request.path("path").asText();
  }

  /** The recorded headers of the request; their names are compared without case. */
  public Map<String, String> requestHeaders() {
    return headers(request);
  }

  /**
   * The body of the request, with JSON on one line; empty if there was none, or if it was binary.
   */
  public Optional<String> requestBody() {
    return body(request);
  }

  /** The size of the body of the request in bytes, before anything was hidden. */
  public long requestBodyBytes() {
    return request.path("bodyBytes").asLong();
  }

  /** The status of the answer; empty if no answer came. */
  public OptionalInt statusCode() {
    JsonNode status = response.path("status");
    return status.isInt() ? OptionalInt.of(status.intValue()) : OptionalInt.empty();
  }

  /** The recorded headers of the answer; their names are compared without case. */
  public Map<String, String> responseHeaders() {
    return headers(response);
  }

  /** The body of the answer, with JSON on one line; empty if there was none, or if it was binary. */
  public Optional<String> responseBody() {
    return body(response);
  }

  /** The size of the body of the answer in bytes, before anything was hidden. */
  public long responseBodyBytes() {
    return response.path("bodyBytes").asLong();
  }

  /** Whether only the beginning of the answer's body is recorded, since it was too long. */
  public boolean isResponseBodyCut() {
    return response.path("bodyCut").asBoolean();
  }

  /** How far the request got if no answer came; empty if an answer came. */
  public Optional<XrayTransportException.Kind> failureKind() {
    String name = json.path("failure").path("kind").asText();
    for (XrayTransportException.Kind kind : XrayTransportException.Kind.values()) {
      if (kind.name().equals(name)) {
        return Optional.of(kind);
      }
    }
    return json.has("failure")
        ? Optional.of(XrayTransportException.Kind.NO_ANSWER)
        : Optional.empty();
  }

  /** Why no answer came, for people; empty if an answer came. */
  public Optional<String> failureText() {
    return Optional.ofNullable(json.path("failure").path("problem").textValue());
  }

  /** The content of the file, as JSON on one line. */
  public String toJson() {
    return json.toString();
  }

  /** Whether a body of the request was recorded in full, or there was none. */
  boolean hasWholeRequestBody() {
    boolean recorded = requestBodyBytes() == 0 || requestBody().isPresent();
    return recorded && !request.path("bodyCut").asBoolean();
  }

  private static Map<String, String> headers(JsonNode message) {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    message
        .path("headers")
        .properties()
        .forEach(header -> headers.put(header.getKey(), header.getValue().asText()));
    return Collections.unmodifiableMap(headers);
  }

  private static Optional<String> body(JsonNode message) {
    return message.has("json")
        ? Optional.of(message.get("json").toString())
        : Optional.ofNullable(message.path("text").textValue());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RecordedExchange && ((RecordedExchange) other).json.equals(json);
  }

  @Override
  public int hashCode() {
    return json.hashCode();
  }

  /** Returns one line, such as {@code 3 GET /xray/api/v2/policies answered 200}. */
  @Override
  public String toString() {
    String outcome = statusCode().isPresent()
        ? "answered " + statusCode().getAsInt()
        : "failed: " + failureText().orElse("");
    return number() + " " + method() + " " + path() + " " + outcome;
  }
}
