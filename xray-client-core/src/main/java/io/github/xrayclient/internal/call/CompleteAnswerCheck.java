package io.github.xrayclient.internal.call;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.xrayclient.http.ApiRequest;
import io.github.xrayclient.http.ApiResponse;
import io.github.xrayclient.internal.json.Json;
import java.io.IOException;
import java.util.Set;

/** Checks that an answer is complete, and that no object in it has a member twice. */
final class CompleteAnswerCheck {
  private static final int PARTIAL = 206;
  private static final Set<Integer> NOT_WHOLE = Set.of(204, 205, PARTIAL);

  private CompleteAnswerCheck() {}

  /** Refuses a part that was not asked for, since it could be mistaken for the whole answer. */
  static void refusePart(ApiRequest request, ApiResponse response) throws IOException {
    if (response.statusCode() == PARTIAL && !request.headers().containsKey("Range")) {
      throw new IOException(
          "only a part of the answer (206), which was not asked for; is there a proxy that cuts it?");
    }
  }

  /**
   * Refuses an answer without content, since even an empty list has a body, and JSON in which an
   * object has a member twice.
   */
  static void check(ApiResponse response) throws IOException {
    if (response.body().length == 0 || NOT_WHOLE.contains(response.statusCode())) {
      throw new IOException("no content (" + response.statusCode() + ") in place of JSON");
    }
    try (JsonParser parser = Json.STRICT.createParser(response.body())) {
      JsonToken token;
      do {
        token = parser.nextToken(); // throws if an object has a member twice
      } while (token != null);
    }
  }
}
