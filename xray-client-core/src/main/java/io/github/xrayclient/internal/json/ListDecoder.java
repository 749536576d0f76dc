package io.github.xrayclient.internal.json;

import io.github.xrayclient.http.ApiCall;
import io.github.xrayclient.http.ApiResponse;
import io.github.xrayclient.internal.paging.ReceivedPage;
import java.io.IOException;
import java.util.List;

/**
 * Reads a listing without pages. An answer without a body is an empty list, since some servers send
 * none for it, unless the call is strict.
 */
public final class ListDecoder<T> implements ApiCall.Decoder<List<T>> {
  private final PageDecoder<T> pages;

  /**
   * @param resource another name for the field {@code data}
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
      throw new IOException("the answer has only " + page.items().size() + " of "
          + page.total().getAsLong() + " elements");
    }
    return page.items();
  }
}
