package io.github.xrayclient.internal.call;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import io.github.xrayclient.error.XrayDecodeException;
import io.github.xrayclient.http.ApiRequest;
import io.github.xrayclient.http.ApiResponse;
import io.github.xrayclient.internal.http.ErrorDecoder;
import io.github.xrayclient.internal.http.RedactedCause;
import io.github.xrayclient.internal.http.Redaction;
import io.github.xrayclient.internal.json.JsonProblem;
import java.io.IOException;

/** Creates the exception for an answer that cannot be read. */
final class UnusableAnswer {
  private UnusableAnswer() {}

  static XrayDecodeException of(
      ApiRequest request, ApiResponse response, IOException e, Redaction redaction) {
    String problem;
    boolean quoted = true;
    String path = "$";
    if (ErrorDecoder.isHtml(response)) {
      problem = "the answer is a web page instead of JSON; check the base URL, and whether a proxy"
          + " asks for a login";
    } else if (response.body().length == 0 && response.statusCode() != 206) {
      problem = response.statusCode() == 200
          ? "the answer has an empty body"
          : "the answer has an empty body (" + response.statusCode() + ")";
    } else if (e instanceof JsonProcessingException) {
      JsonProcessingException words = (JsonProcessingException) e;
      quoted = !redaction.mayBeIn(response);
      problem = quoted ? JsonProblem.of(words) : JsonProblem.withoutQuotes(words);
      path = e instanceof JsonMappingException ? JsonProblem.path((JsonMappingException) e) : "$";
    } else {
      problem = String.valueOf(e.getMessage());
    }
    return new XrayDecodeException(
        request.method(),
        redaction.address(request.uri()),
        redaction.start(problem, Redaction.KEPT),
        redaction.start(path, Redaction.KEPT),
        ErrorDecoder.start(response, redaction),
        quoted ? redaction.cause(e) : new RedactedCause(e, problem, null));
  }
}
