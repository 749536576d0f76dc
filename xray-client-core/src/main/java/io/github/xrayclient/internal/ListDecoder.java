package io.github.xrayclient.internal;

import io.github.xrayclient.http.ApiCall;
import io.github.xrayclient.http.ApiResponse;
import java.io.IOException;
import java.util.List;

/** Reads a listing that comes whole; an empty body stands for an empty list. */
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
    return response.body().length == 0 ? List.of() : pages.decode(response).items();
  }
}
