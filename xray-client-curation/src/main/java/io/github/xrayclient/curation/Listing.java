package io.github.xrayclient.curation;

import io.github.xrayclient.http.ApiCall;
import io.github.xrayclient.http.ApiCalls;
import io.github.xrayclient.http.ApiResponse;
import io.github.xrayclient.internal.PageDecoder;
import io.github.xrayclient.paging.Page;
import io.github.xrayclient.paging.PageSource;
import io.github.xrayclient.paging.Walk;
import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Function;

/** One of Curation's listings with its parameters, which all share the same paging. Immutable. */
final class Listing<T> implements PageSource<T> {
  private final ApiCalls xray;
  private final String path;
  private final PageDecoder<T> decoder;
  private final Function<T, Object> key;
  private final Map<String, Object> parameters;

  private Listing(
      ApiCalls xray,
      String path,
      PageDecoder<T> decoder,
      Function<T, Object> key,
      Map<String, Object> parameters) {
    this.xray = xray;
    this.path = path;
    this.decoder = decoder;
    this.key = key;
    this.parameters = parameters;
  }

  /** By id, so that elements do not move between pages while others edit them. */
  static <T> Listing<T> byId(
      ApiCalls xray, String path, PageDecoder<T> decoder, Function<T, Object> key) {
    return new Listing<>(xray, path, decoder, key, Map.of())
        .with("order_by", OrderBy.ID)
        .with("direction", Direction.ASCENDING);
  }

  Listing<T> with(String name, Object value) {
    Map<String, Object> changed = new LinkedHashMap<>(parameters);
    changed.put(name, value);
    Listing<T> listing =
        new Listing<>(xray, path, decoder, key, Collections.unmodifiableMap(changed));
    listing.call(); // a value that cannot be sent fails here, where it was given
    return listing;
  }

  /** The page that begins at this offset, asked for by it. */
  Page<T> fetchAt(long offset, int size) {
    return page(size, "offset", offset);
  }

  @Override
  public Page<T> fetch(long number, int size) {
    return page(size, "page_num", number);
  }

  private Page<T> page(int size, String position, long value) {
    return call()
        .query("num_of_rows", size)
        .query(position, value)
        .decodedBy(decoder)
        .send();
  }

  @Override
  public Object key(T item) {
    return key.apply(item);
  }

  @Override
  public URI uri() {
    return call().request().uri();
  }

  @Override
  public Executor executor() {
    return xray.executor();
  }

  private ApiCall<ApiResponse> call() {
    ApiCall<ApiResponse> call = xray.call("GET", path).since(Curation.SINCE);
    for (Map.Entry<String, Object> parameter : parameters.entrySet()) {
      call = call.query(parameter.getKey(), parameter.getValue());
    }
    return call;
  }

  /** Reads it from the first element on. */
  Walk<T> walk() {
    return Walk.of(this);
  }
}
