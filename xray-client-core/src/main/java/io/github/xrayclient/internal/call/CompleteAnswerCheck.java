package io.github.xrayclient.internal.call;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.xrayclient.http.ApiRequest;
import io.github.xrayclient.http.ApiResponse;
import io.github.xrayclient.internal.json.Json;
import java.io.IOException;
import java.util.Set;

/** Checks that an answer is complete, and that no JSON object in it contains a field twice. */
final class CompleteAnswerCheck {
  private static final int PARTIAL = 206;
  private static final Set<Integer> NOT_WHOLE = Set.of(204, 205, PARTIAL);

  private CompleteAnswerCheck() {}

  /**
   * Refuses the status 206 if the request has no {@code Range} header: the answer is only a part of
   * the content.
   */
  static void refusePart(ApiRequest request, ApiResponse response) throws IOException {
    if (response.statusCode() == PARTIAL && !request.headers().containsKey("Range")) {
      throw new IOException(
          "the answer has only a part of the content (206), although all of it was requested;"
              + " check the proxies");
    }
  }

  /**
   * Refuses an answer without a body, since even an empty list has one, and JSON in which an object
   * contains a field twice.
   */
  static void check(ApiResponse response) throws IOException {
    if (response.body().length == 0 || NOT_WHOLE.contains(response.statusCode())) {
      throw new IOException("the answer has an empty body (" + response.statusCode() + ")");
    }
    try (JsonParser parser = Json.STRICT.createParser(response.body())) {
      JsonToken token;
      do {
        token = parser.nextToken(); // throws if an object contains a field twice
      } while (token != null);
    }
  }
}
