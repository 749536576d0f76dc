package io.github.xrayclient.recording;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.error.XrayTimeoutException;
import io.github.xrayclient.error.XrayTransportException;
import io.github.xrayclient.http.ApiRequest;
import io.github.xrayclient.http.ApiResponse;
import io.github.xrayclient.http.Transport;
import io.github.xrayclient.internal.json.Json;
import io.github.xrayclient.internal.recording.ExchangeJson;
import io.github.xrayclient.internal.recording.SecretPatterns;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Answers requests from a recording. */
final class ReplayTransport implements Transport {
  private final List<RecordedExchange> exchanges;
  private final Set<Integer> used = new HashSet<>(); // indexes of exchanges; guarded by itself

  ReplayTransport(List<RecordedExchange> exchanges) {
    this.exchanges = exchanges;
  }

  @Override
  public ApiResponse send(ApiRequest request) {
    boolean recorded = false;
    synchronized (used) {
      for (int i = 0; i < exchanges.size(); i++) {
        if (isSame(request, exchanges.get(i))) {
          recorded = true;
          if (used.add(i)) {
            return answer(request, exchanges.get(i));
          }
        }
      }
    }
    throw notSent(
        request,
        recorded
            ? "the recording has no further answer to this request; it was recorded less often"
            : "this request is not in the recording; " + nearest(request));
  }

  private static boolean isSame(ApiRequest request, RecordedExchange exchange) {
    return exchange.method().equals(request.method())
        && exchange.path().equals(target(request))
        && isSameBody(request, exchange);
  }

  private static String target(ApiRequest request) {
    return SecretPatterns.hide(ExchangeJson.target(request.uri()));
  }

  /** A body that was not recorded in full is not compared. */
  private static boolean isSameBody(ApiRequest request, RecordedExchange exchange) {
    if (!exchange.hasWholeRequestBody()) {
      return true;
    }
    String sent =
        request.body().map(body -> new String(body, StandardCharsets.UTF_8)).orElse("");
    String recorded = exchange.requestBody().orElse("");
    return recorded.equals(sent)
        || json(recorded).flatMap(a -> json(sent).map(a::equals)).orElse(false);
  }

  private static Optional<JsonNode> json(String text) {
    try {
      return Optional.ofNullable(Json.STRICT.readTree(text));
    } catch (JsonProcessingException notJson) {
      return Optional.empty(); // the texts themselves differ
    }
  }

  private static ApiResponse answer(ApiRequest request, RecordedExchange exchange) {
    if (exchange.statusCode().isEmpty()) {
      throw failure(request, exchange);
    }
    int status = exchange.statusCode().getAsInt();
    boolean success = status >= 200 && status < 300;
    if (success && exchange.isResponseBodyCut()) {
      throw notSent(
          request,
          "exchange " + exchange.number()
              + " cannot be replayed, since only the beginning of its answer is recorded");
    }
    if (success && exchange.responseBodyBytes() > 0 && exchange.responseBody().isEmpty()) {
      throw notSent(
          request,
          "exchange " + exchange.number()
              + " cannot be replayed, since its answer is binary and was not recorded");
    }
    Map<String, List<String>> headers = new HashMap<>();
    exchange.responseHeaders().forEach((name, value) -> headers.put(name, List.of(value)));
    byte[] body = exchange.responseBody().orElse("").getBytes(StandardCharsets.UTF_8);
    ApiResponse answer = new ApiResponse(status, headers, body);
    return exchange.isResponseBodyCut() ? answer.withBodyCut() : answer;
  }

  private static XrayTransportException failure(ApiRequest request, RecordedExchange exchange) {
    XrayTransportException.Kind kind =
        exchange.failureKind().orElse(XrayTransportException.Kind.NO_ANSWER);
    String problem = exchange.failureText().orElse("no answer was recorded");
    boolean timeout = kind == XrayTransportException.Kind.TIMEOUT
        || kind == XrayTransportException.Kind.CONNECT_TIMEOUT;
    return timeout
        ? new XrayTimeoutException(kind, request.method(), request.uri(), problem, null)
        : new XrayTransportException(kind, request.method(), request.uri(), problem, null);
  }

  private static XrayTransportException notSent(ApiRequest request, String problem) {
    return new XrayTransportException(
        XrayTransportException.Kind.NOT_SENT, request.method(), request.uri(), problem, null);
  }

  private String nearest(ApiRequest request) {
    String target = target(request);
    return exchanges.stream()
        .max(Comparator.comparingInt(exchange -> likeness(request, target, exchange)))
        .map(exchange -> "the nearest is number " + exchange.number() + ", "
            + exchange.method() + " " + exchange.path()
            + (exchange.path().equals(target) && exchange.method().equals(request.method())
                ? ", which has another body"
                : ""))
        .orElse("it is empty");
  }

  private static int likeness(ApiRequest request, String target, RecordedExchange exchange) {
    String path = exchange.path();
    int common = 0;
    while (common < Math.min(path.length(), target.length())
        && path.charAt(common) == target.charAt(common)) {
      common++;
    }
    int whole = path.equals(target) ? target.length() : 0;
    return 4 * (common + whole)
        - Math.abs(path.length() - target.length())
        + (exchange.method().equals(request.method()) ? 2 : 0);
  }
}
