package io.github.xrayclient.internal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.xrayclient.http.ApiRequest;
import io.github.xrayclient.http.ApiResponse;
import java.io.IOException;
import java.util.Set;

/** Whether an answer says all that there is, and everything once. */
final class WholeAnswer {
  private static final int PARTIAL = 206;
  private static final Set<Integer> NOT_WHOLE = Set.of(204, 205, PARTIAL);

  private WholeAnswer() {}

  /** Refuses a part that nobody asked for, since it could be taken for all of it. */
  static void refusePart(ApiRequest request, ApiResponse response) throws IOException {
    if (response.statusCode() == PARTIAL && !request.headers().containsKey("Range")) {
      throw new IOException(
          "only a part of the answer (206), which was not asked for; is there a proxy that cuts it?");
    }
  }

  /**
   * Refuses all but JSON in which no object has the same member twice. No content is no answer to a
   * question for everything: an empty list has a body.
   */
  static void check(ApiResponse response) throws IOException {
    if (response.body().length == 0 || NOT_WHOLE.contains(response.statusCode())) {
      throw new IOException("no content (" + response.statusCode() + ") in place of JSON");
    }
    try (JsonParser parser = Json.STRICT.createParser(response.body())) {
      JsonToken token;
      do {
        token = parser.nextToken(); // which refuses a member that stands twice
      } while (token != null);
    }
  }
}
