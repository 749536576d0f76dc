package io.github.xrayclient.curation.internal.waiverrequest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.curation.waiverrequest.CreatedWaiverRequest;
import io.github.xrayclient.http.ApiResponse;
import io.github.xrayclient.internal.call.AnySuccess;
import io.github.xrayclient.internal.json.Json;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the answer to a new waiver request, in every form in which the server accepted it. */
final class CreatedRequests {
  private static final List<String> IDS = List.of("id", "waiver_id");
  private static final List<String> TEXTS = List.of("status", "message");

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
      JsonNode created = answer.isArray() && answer.size() == 1 ? answer.get(0) : answer;
      if (created.isObject()) {
        return read((ObjectNode) created);
      }
      return answer.isTextual()
          ? CreatedWaiverRequest.builder().message(answer.asText()).build()
          : CreatedWaiverRequest.builder().build();
    } catch (JsonProcessingException notJson) {
      return message(response.text().strip());
    }
  }

  /** Reads an object. Known fields with values of an unexpected type become extras. */
  private static CreatedWaiverRequest read(ObjectNode answer) throws JsonProcessingException {
    Map<String, JsonNode> unreadable = new LinkedHashMap<>();
    IDS.forEach(id -> take(answer, id, answer.path(id).isIntegralNumber(), unreadable));
    TEXTS.forEach(text -> take(answer, text, false, unreadable));
    CreatedWaiverRequest created = Json.MAPPER.treeToValue(answer, CreatedWaiverRequest.class);
    unreadable.putAll(created.extras());
    return created.toBuilder().extras(unreadable).build();
  }

  /** Removes a field that is absent or blank, or whose value cannot be read. */
  private static void take(
      ObjectNode answer, String field, boolean isId, Map<String, JsonNode> unreadable) {
    JsonNode value = answer.path(field);
    if (isId || (value.isTextual() && !value.asText().isBlank())) {
      answer.put(field, value.asText());
      return;
    }
    answer.remove(field);
    if (!value.isMissingNode() && !value.isNull() && !value.isTextual()) {
      unreadable.put(field, value);
    }
  }

  private static CreatedWaiverRequest message(String text) {
    return text.isEmpty()
        ? CreatedWaiverRequest.builder().build()
        : CreatedWaiverRequest.builder().message(text).build();
  }
}
