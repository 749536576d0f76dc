package io.github.xrayclient.internal.violation;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.http.ApiCall;
import io.github.xrayclient.http.ApiResponse;
import io.github.xrayclient.internal.json.EnvelopeDecoder;
import io.github.xrayclient.internal.json.Json;
import io.github.xrayclient.internal.json.PageDecoder;
import io.github.xrayclient.internal.paging.ReceivedPage;
import io.github.xrayclient.violation.Violation;
import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Reads a page of violations. Servers may leave out the list, and even the total, if it is empty. */
final class ViolationPageDecoder implements ApiCall.Decoder<ReceivedPage<Violation>> {
  private static final int LONGEST_EMPTY = 100;

  private final PageDecoder<Violation> pages;
  private final String list;
  private final String total;

  /**
   * @param list the name of the field with the violations
   * @param total the name of the field with the total
   */
  ViolationPageDecoder(String list, String total) {
    this.list = list;
    this.total = total;
    this.pages = new PageDecoder<>(new EnvelopeDecoder<>(Violation.class, list), total);
  }

  @Override
  public ReceivedPage<Violation> decode(ApiResponse response) throws IOException {
    return response.body().length <= LONGEST_EMPTY && isEmpty(Json.MAPPER.readTree(response.body()))
        ? ReceivedPage.of(List.of(), OptionalLong.of(0), OptionalInt.empty())
        : pages.decode(response);
  }

  private boolean isEmpty(JsonNode answer) {
    return answer.isObject()
        && !answer.has(list)
        && answer.path(total).asLong(0) == 0
        && answer.size() == (answer.has(total) ? 1 : 0);
  }
}
