package io.github.xrayclient.internal.call;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.error.XrayApiException;
import io.github.xrayclient.http.ApiCall;
import io.github.xrayclient.http.ApiResponse;
import io.github.xrayclient.internal.http.ErrorDecoder;
import io.github.xrayclient.internal.json.Json;
import java.io.IOException;

/** Reads answers of GraphQL, which may contain errors although their status is 200. */
public final class GraphqlAnswer {
  private GraphqlAnswer() {}

  /**
   * Returns the data of an answer.
   *
   * @throws XrayApiException if the answer contains errors; its messages are their texts
   * @throws IOException if the answer contains neither data nor errors
   */
  public static JsonNode data(ApiCall<?> call, ApiResponse response) throws IOException {
    JsonNode root = Json.STRICT.readTree(Json.checkedObject(response.body()));
    JsonNode errors = root.path("errors");
    if (!isNothing(errors)) {
      throw error(call, response);
    }
    JsonNode data = root.path("data");
    if (!data.isObject()) {
      throw new IOException("the answer has neither data nor errors");
    }
    return data;
  }

  private static boolean isNothing(JsonNode errors) {
    return errors.isMissingNode()
        || errors.isNull()
        || (errors.isContainerNode() && errors.isEmpty());
  }

  private static XrayApiException error(ApiCall<?> call, ApiResponse response) {
    return call instanceof JsonCall
        ? ErrorDecoder.decode(call.request(), response, "", ((JsonCall<?>) call).redaction())
        : XrayApiException.of(call.request().method(), call.request().uri(), response.statusCode());
  }
}
