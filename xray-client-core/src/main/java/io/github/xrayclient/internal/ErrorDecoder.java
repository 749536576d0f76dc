package io.github.xrayclient.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.error.XrayApiException;
import io.github.xrayclient.http.ApiRequest;
import io.github.xrayclient.http.ApiResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads what a server says when it refuses: Xray, Artifactory, a gateway, each in its own shape. */
final class ErrorDecoder {
  private static final int QUOTED = 1_000;
  private static final int KEPT = 8_192;

  private ErrorDecoder() {}

  /**
   * @param hint what else to say, or an empty text
   * @param redact takes credentials out of what a server repeats
   */
  static XrayApiException decode(
      ApiRequest request, ApiResponse response, String hint, UnaryOperator<String> redact) {
    List<String> messages = messages(response).stream().map(redact).collect(Collectors.toList());
    String said = messages.isEmpty() ? redact.apply(quoted(response)) : String.join("; ", messages);
    String reason = Stream.of(said, diagnosis(request, response), hint)
        .filter(words -> !words.isEmpty())
        .collect(Collectors.joining("; "));
    return new XrayApiException.Refusal(request.method(), request.uri(), response.statusCode())
        .messages(messages)
        .reason(VisibleText.oneLine(reason))
        .body(redact.apply(start(response)))
        .requestId(response.requestId())
        .retryAfter(RetryAfter.of(response))
        .serverVersion(Stream.of("X-JFrog-Version", "X-Xray-Version")
            .flatMap(name -> response.header(name).stream())
            .findFirst())
        .toException();
  }

  /** What the library can add to the server's words. */
  private static String diagnosis(ApiRequest request, ApiResponse response) {
    int status = response.statusCode();
    if (status >= 300 && status < 400) {
      String target =
          RedirectInterceptor.target(request.uri(), response).map(URI::toString).orElse("nowhere");
      return target.contains(RedirectInterceptor.INACTIVE)
          ? "the instance is not active: reactivate it on its web page, " + withoutQuery(target)
          : "a redirect to " + withoutQuery(target)
              + " that is not followed; is the base URL right?";
    }
    if (status == 407) {
      return ProxyHint.TEXT;
    }
    return isHtml(response) ? "a web page, not Xray's answer; is the base URL right?" : "";
  }

  /** A redirect to a login page may carry tokens in its query. */
  private static String withoutQuery(String target) {
    int end = target.indexOf('?');
    return end < 0 ? target : target.substring(0, end);
  }

  private static String quoted(ApiResponse response) {
    return cut(withoutTags(start(response)).replaceAll("\\s+", " ").strip(), QUOTED);
  }

  /** The start of the body as text, for an exception to keep. */
  static String start(ApiResponse response) {
    byte[] body = response.body();
    return new String(body, 0, Math.min(body.length, KEPT), StandardCharsets.UTF_8);
  }

  static boolean isHtml(ApiResponse response) {
    return response
            .header("Content-Type")
            .filter(type -> type.toLowerCase(Locale.ROOT).contains("text/html"))
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
    } catch (IOException notJson) {
      return List.of(); // the body is quoted instead
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

  private static String cut(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length) + "…";
  }
}
