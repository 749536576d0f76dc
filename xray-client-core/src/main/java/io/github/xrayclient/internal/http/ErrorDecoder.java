package io.github.xrayclient.internal.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.error.XrayApiException;
import io.github.xrayclient.http.ApiRequest;
import io.github.xrayclient.http.ApiResponse;
import io.github.xrayclient.internal.error.ErrorAccess;
import io.github.xrayclient.internal.error.ErrorAnswer;
import io.github.xrayclient.internal.json.Json;
import io.github.xrayclient.internal.remedy.ProxyLogin;
import io.github.xrayclient.internal.secret.VisibleText;
import io.github.xrayclient.internal.transport.BoundedBody;
import io.github.xrayclient.remedy.Remedy;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Creates exceptions from answers outside 2xx. It finds the messages in the formats of Xray,
 * Artifactory and gateways.
 */
public final class ErrorDecoder {
  private static final int QUOTED = 1_000;

  private static final int MOST_MESSAGES = 100;
  private static final int QUOTED_OF_MESSAGES = 4_000;

  private ErrorDecoder() {}

  /**
   * Creates the exception for an answer outside 2xx.
   *
   * @param hint a further sentence for the message, or an empty text
   * @param redaction hides credentials that the server sent back
   */
  public static XrayApiException decode(
      ApiRequest request, ApiResponse answer, String hint, Redaction redaction) {
    ApiResponse response = start(answer, BoundedBody.MOST_OF_AN_ERROR);
    Set<String> found = messages(response);
    List<String> messages = found.stream()
        .limit(MOST_MESSAGES)
        .map(message -> redaction.start(message, Redaction.KEPT))
        .collect(Collectors.toList());
    String body = start(response, redaction);
    String quoted = messages.isEmpty()
        ? quoted(body, redaction)
        : redaction.start(String.join("; ", messages), QUOTED_OF_MESSAGES);
    String reason = Stream.of(
            quoted,
            leftOut(response, found.size()),
            diagnosis(request, response, redaction),
            redaction.text(hint))
        .filter(words -> !words.isEmpty())
        .collect(Collectors.joining("; "));
    URI uri = redaction.address(request.uri());
    ErrorAnswer error = new ErrorAnswer(request.method(), uri, response.statusCode())
        .messages(messages)
        .reason(VisibleText.oneLine(reason))
        .remedy(remedy(response, messages.isEmpty()))
        .body(body)
        .requestId(response.requestId().map(redaction::text))
        .retryAfter(RetryAfter.of(response))
        .serverVersion(Stream.of("X-JFrog-Version", "X-Xray-Version")
            .flatMap(name -> response.header(name).stream())
            .findFirst()
            .map(redaction::text));
    return (XrayApiException) ErrorAccess.get().errorOf(error);
  }

  /**
   * Returns the answer with at most this many bytes of its body, since a transport of the caller
   * may have read more.
   */
  private static ApiResponse start(ApiResponse answer, int most) {
    return answer.body().length <= most
        ? answer
        : new ApiResponse(answer.statusCode(), answer.headers(), Arrays.copyOf(answer.body(), most))
            .withBodyCut();
  }

  /**
   * Describes which part of the server's messages is missing from the exception; empty if none is.
   */
  private static String leftOut(ApiResponse response, int messages) {
    if (response.isBodyCut()) {
      return "only the first 1 MiB of the answer was read";
    }
    int more = messages - MOST_MESSAGES;
    return more > 0 ? more + " more messages of the server were left out" : "";
  }

  /**
   * Explains the answer further, such as a redirect or a web page; empty if there is nothing to
   * explain.
   */
  private static String diagnosis(ApiRequest request, ApiResponse response, Redaction redaction) {
    int status = response.statusCode();
    if (status >= 300 && status < 400) {
      String target =
          RedirectInterceptor.target(request.uri(), response).map(URI::toString).orElse("nowhere");
      String shown = withoutSecretParts(redaction.text(target));
      return target.contains(RedirectInterceptor.INACTIVE)
          ? "the server instance is not active; reactivate it on its web page " + shown
          : "the server redirects to " + shown + ", which is not followed";
    }
    if (status == 407) {
      return "the proxy asks for a login, or refuses the one it got";
    }
    return isHtml(response) ? "the answer is a web page and not an answer of Xray" : "";
  }

  /**
   * Returns what can be done about the answer, if its status alone does not tell.
   *
   * @param unexplained whether the answer has no message in one of the known formats
   */
  private static @Nullable Remedy remedy(ApiResponse response, boolean unexplained) {
    int status = response.statusCode();
    if (status == 407) {
      return ProxyLogin.REMEDY;
    }
    boolean redirect = status >= 300 && status < 400;
    if (redirect || isHtml(response)) {
      return Remedy.of(Remedy.Kind.CORRECT_URL, "check the base URL");
    }
    return status == 404 && unexplained ? Remedy.of(Remedy.Kind.CORRECT_URL, "") : null;
  }

  /**
   * Removes parts that may contain secrets: a user name and password before the host, query and
   * fragment.
   */
  private static String withoutSecretParts(String target) {
    return target.replaceFirst("[?#].*", "").replaceFirst("^([^/]*//)[^/]*@", "$1");
  }

  /**
   * Returns the beginning of the body without tags. It is redacted afterwards, since tags may have
   * split a credential.
   */
  private static String quoted(String body, Redaction redaction) {
    String text = withoutTags(body).replaceAll("\\s+", " ").strip();
    return redaction.start(text, QUOTED);
  }

  /** Returns the beginning of the body as text, which an exception keeps. */
  public static String start(ApiResponse response, Redaction redaction) {
    String start = redaction.start(start(response.body(), 8 * Redaction.KEPT), Redaction.KEPT);
    return start.length() <= Redaction.KEPT ? start : start.substring(0, Redaction.KEPT);
  }

  private static String start(byte[] body, int bytes) {
    return new String(body, 0, Math.min(body.length, bytes), StandardCharsets.UTF_8);
  }

  public static boolean isHtml(ApiResponse response) {
    return response
            .header("Content-Type")
            .filter(type -> type.toLowerCase(Locale.ROOT).contains("text/html"))
            .isPresent()
        || beginsWith("<!doctype html", response)
        || beginsWith("<html", response);
  }

  private static boolean beginsWith(String tag, ApiResponse response) {
    return start(response.body(), Redaction.KEPT)
        .stripLeading()
        .regionMatches(true, 0, tag, 0, tag.length());
  }

  private static Set<String> messages(ApiResponse response) {
    if (isHtml(response)) {
      return Set.of();
    }
    try {
      JsonNode root = Json.MAPPER.readTree(response.body());
      LinkedHashSet<String> found = new LinkedHashSet<>();
      collect(root, found);
      return found;
    } catch (IOException notJson) {
      return Set.of(); // the body is quoted instead
    }
  }

  private static void collect(JsonNode node, Set<String> found) {
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

  private static void add(String text, Set<String> found) {
    if (!text.isBlank()) {
      found.add(ServerStack.shortened(text.strip()));
    }
  }

  private static String withoutTags(String body) {
    return body.replaceAll("(?is)<(script|style)\\b[^>]*>.*?</\\1>", " ")
        .replaceAll("<[^>]*>", " ");
  }
}
