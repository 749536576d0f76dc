package io.github.xrayclient.internal.json;

import io.github.xrayclient.http.ApiCall;
import io.github.xrayclient.http.ApiResponse;
import io.github.xrayclient.internal.paging.ReceivedPage;
import java.io.IOException;
import java.util.List;

/**
 * Reads a listing without pages. An empty body is an empty list, since some servers send no body for
 * it, unless the call is strict.
 */
public final class ListDecoder<T> implements ApiCall.Decoder<List<T>> {
  private final PageDecoder<T> pages;

  /**
   * @param resource the name under which an envelope may hold the list
   */
  public ListDecoder(Class<T> type, String resource) {
    this.pages = new PageDecoder<>(type, resource);
  }

  @Override
  public List<T> decode(ApiResponse response) throws IOException {
    if (response.body().length == 0) {
      return List.of();
    }
    ReceivedPage<T> page = pages.decode(response);
    if (page.total().orElse(0) > page.items().size()) {
      throw new IOException(
          "only " + page.items().size() + " of " + page.total().getAsLong() + " elements came");
    }
    return page.items();
  }
}
