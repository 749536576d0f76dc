package io.github.xrayclient.internal.violation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.xrayclient.http.ApiCall;
import io.github.xrayclient.internal.json.EnvelopeDecoder;
import io.github.xrayclient.internal.json.Json;
import io.github.xrayclient.internal.json.PageDecoder;
import io.github.xrayclient.internal.paging.ReceivedPage;
import io.github.xrayclient.violation.Violation;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Reads a page of violations. If a listing is empty, servers may leave out the list, and even the
 * total.
 */
final class ViolationPageDecoder {
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

  /**
   * Returns the decoder of a page. An answer without a total means that there are no violations at
   * all only if it is the first page.
   *
   * @param number the number of the page, counted from 1
   */
  ApiCall.Decoder<ReceivedPage<Violation>> ofPage(long number) {
    return response -> {
      JsonNode answer = response.body().length <= LONGEST_EMPTY
          ? Json.MAPPER.readTree(response.body())
          : MissingNode.getInstance();
      return isEmpty(answer)
          ? ReceivedPage.of(
              List.of(),
              number == 1 || answer.has(total) ? OptionalLong.of(0) : OptionalLong.empty(),
              OptionalInt.empty())
          : pages.decode(response);
    };
  }

  private boolean isEmpty(JsonNode answer) {
    return answer.isObject()
        && !answer.has(list)
        && answer.path(total).asLong(0) == 0
        && answer.size() == (answer.has(total) ? 1 : 0);
  }
}
