package io.github.xrayclient.curation.internal.waiverrequest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.curation.waiverrequest.CreatedWaiverRequest;
import io.github.xrayclient.http.ApiResponse;
import io.github.xrayclient.internal.call.AnySuccess;
import io.github.xrayclient.internal.json.Json;
import java.io.IOException;
import java.util.List;

/** Reads the answer to a new waiver request, in every form in which the server accepted it. */
final class CreatedRequests {
  private static final List<String> WORDS = List.of("id", "waiver_id", "status", "message");

  private CreatedRequests() {}

  /**
   * Returns what the answer contains. An answer without an id, or one that is not JSON, is not a
   * failure, since a caller would then request the waiver again.
   *
   * @throws IOException if the answer is a web page, which a proxy may send instead of the server
   */
  static CreatedWaiverRequest read(ApiResponse response) throws IOException {
    AnySuccess.read(response);
    try {
      JsonNode answer = Json.MAPPER.readTree(Json.checkedObject(response.body()));
      if (answer.isObject()) {
        return Json.MAPPER.treeToValue(usable((ObjectNode) answer), CreatedWaiverRequest.class);
      }
      return answer.isTextual()
          ? CreatedWaiverRequest.builder().message(answer.asText()).build()
          : CreatedWaiverRequest.builder().build();
    } catch (JsonProcessingException notJson) {
      return message(response.text().strip());
    }
  }

  /** Leaves out known fields that are neither texts nor whole numbers. */
  private static ObjectNode usable(ObjectNode answer) {
    for (String word : WORDS) {
      JsonNode value = answer.path(word);
      if (value.isIntegralNumber() || (value.isTextual() && !value.asText().isBlank())) {
        answer.put(word, value.asText());
      } else {
        answer.remove(word);
      }
    }
    return answer;
  }

  private static CreatedWaiverRequest message(String text) {
    return text.isEmpty()
        ? CreatedWaiverRequest.builder().build()
        : CreatedWaiverRequest.builder().message(text).build();
  }
}
