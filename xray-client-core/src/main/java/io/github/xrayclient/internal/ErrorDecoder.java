package io.github.xrayclient.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.error.XrayApiException;
import io.github.xrayclient.http.ApiRequest;
import io.github.xrayclient.http.ApiResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads what a server says when it refuses: Xray, Artifactory, a gateway, each in its own shape. */
final class ErrorDecoder {
  private static final int QUOTED = 1_000;
  private static final int KEPT = 8_192;

  private ErrorDecoder() {}

  static XrayApiException decode(ApiRequest request, ApiResponse response) {
    String body = start(response);
    List<String> messages = messages(response);
    String reason =
        messages.isEmpty() ? cut(withoutTags(body), QUOTED) : String.join("; ", messages);
    return new XrayApiException.Refusal(request.method(), request.uri(), response.statusCode())
        .messages(messages)
        .reason(oneLine(reason))
        .body(body)
        .requestId(Stream.of("X-Request-Id", "X-JFrog-Request-Id", "Uber-Trace-Id")
            .flatMap(name -> response.header(name).stream())
            .findFirst())
        .retryAfter(RetryAfter.of(response))
        .toException();
  }

  /** The start of the body as text, for an exception to keep. */
  static String start(ApiResponse response) {
    byte[] body = response.body();
    return new String(body, 0, Math.min(body.length, KEPT), StandardCharsets.UTF_8);
  }

  static boolean isHtml(ApiResponse response) {
    return response
            .header("Content-Type")
            .filter(type -> type.contains("text/html"))
            .isPresent()
        || start(response).stripLeading().regionMatches(true, 0, "<!doctype html", 0, 14)
        || start(response).stripLeading().regionMatches(true, 0, "<html", 0, 5);
  }

  private static List<String> messages(ApiResponse response) {
    if (isHtml(response)) {
      return List.of();
    }
    try {
      JsonNode root = Json.MAPPER.readTree(response.body());
      LinkedHashSet<String> found = new LinkedHashSet<>();
      collect(root, found);
      return new ArrayList<>(found);
    } catch (JsonProcessingException notJson) {
      return List.of(); // the body is quoted instead
    } catch (IOException e) {
      throw new IllegalStateException("reading from memory", e);
    }
  }

  private static void collect(JsonNode node, LinkedHashSet<String> found) {
    if (node.isTextual()) {
      add(node.asText(), found);
      return;
    }
    node.path("errors").forEach(entry -> first(entry).ifPresent(text -> add(text, found)));
    first(node).ifPresent(text -> add(text, found));
  }

  private static Optional<String> first(JsonNode node) {
    if (node.isTextual()) {
      return Optional.of(node.asText());
    }
    return Stream.of(
            node.path("error"),
            node.path("error").path("message"),
            node.path("message"),
            node.path("detail"),
            node.path("info"))
        .filter(JsonNode::isTextual)
        .map(JsonNode::asText)
        .findFirst();
  }

  private static void add(String text, LinkedHashSet<String> found) {
    if (!text.isBlank()) {
      found.add(text.strip());
    }
  }

  private static String withoutTags(String body) {
    return body.replaceAll("(?is)<(script|style)\\b[^>]*>.*?</\\1>", " ")
        .replaceAll("<[^>]*>", " ");
  }

  private static String oneLine(String text) {
    return cut(text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip(), QUOTED);
  }

  private static String cut(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length) + "…";
  }
}
