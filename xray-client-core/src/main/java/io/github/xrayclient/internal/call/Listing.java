package io.github.xrayclient.internal.call;

import io.github.xrayclient.http.ApiCall;
import io.github.xrayclient.http.ApiCalls;
import io.github.xrayclient.http.ApiResponse;
import io.github.xrayclient.http.CallOptions;
import io.github.xrayclient.internal.json.PageDecoder;
import io.github.xrayclient.internal.paging.ReceivedPage;
import io.github.xrayclient.internal.paging.WalkedSource;
import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A listing with parameters in the URL, which uses the page parameters {@code num_of_rows} and
 * {@code page_num}. Immutable.
 */
public final class Listing<T> extends WalkedSource<T> {
  private final ApiCalls xray;
  private final String path;
  private final String since;
  private final PageDecoder<T> decoder;
  private final Function<T, Object> key;
  private final @Nullable Predicate<T> leftOut;
  private final Map<String, Object> parameters;
  private final CallOptions options;
  private final @Nullable OlderPageNames olderNames;
  private final ApiCall<ApiResponse> call; // without the parameters of pages

  private Listing(
      ApiCalls xray,
      String path,
      String since,
      PageDecoder<T> decoder,
      Function<T, Object> key,
      @Nullable Predicate<T> leftOut,
      Map<String, Object> parameters,
      CallOptions options,
      @Nullable OlderPageNames olderNames) {
    this.xray = xray;
    this.path = path;
    this.since = since;
    this.decoder = decoder;
    this.key = key;
    this.leftOut = leftOut;
    this.parameters = parameters;
    this.options = options;
    this.olderNames = olderNames;
    this.call = call(xray.call("GET", path).since(since).options(options), parameters);
  }

  private static ApiCall<ApiResponse> call(
      ApiCall<ApiResponse> bare, Map<String, Object> parameters) {
    ApiCall<ApiResponse> call = bare;
    for (Map.Entry<String, Object> parameter : parameters.entrySet()) {
      call = call.query(parameter.getKey(), parameter.getValue());
    }
    return call;
  }

  /**
   * Returns a listing without parameters.
   *
   * @param since the first version of Xray that has the endpoint
   * @param key returns a key that is different for each element
   */
  public static <T> Listing<T> of(
      ApiCalls xray, String path, String since, PageDecoder<T> decoder, Function<T, Object> key) {
    return new Listing<>(xray, path, since, decoder, key, null, Map.of(), CallOptions.none(), null);
  }

  /** Returns a copy for an endpoint whose older servers have other names for page parameters. */
  public Listing<T> withOlderNames(OlderPageNames names) {
    return new Listing<>(xray, path, since, decoder, key, leftOut, parameters, options, names);
  }

  /**
   * Returns a copy that leaves out the matching elements, instead of those that were left out
   * before.
   */
  public Listing<T> without(Predicate<T> elements) {
    return new Listing<>(
        xray, path, since, decoder, key, elements, parameters, options, olderNames);
  }

  /** Returns a copy with all elements of the server. */
  public Listing<T> withAll() {
    return new Listing<>(xray, path, since, decoder, key, null, parameters, options, olderNames);
  }

  /** Returns a copy that refuses answers that may be incomplete or ambiguous. */
  public Listing<T> strict() {
    return new Listing<>(
        xray,
        path,
        since,
        decoder,
        key,
        leftOut,
        parameters,
        CallOptions.none().strict(),
        olderNames);
  }

  /**
   * Returns a copy with a parameter, which replaces an earlier one with the same name.
   *
   * @throws IllegalArgumentException if the value cannot be sent
   */
  public Listing<T> with(String name, Object value) {
    Map<String, Object> changed = new LinkedHashMap<>(parameters);
    changed.put(name, value);
    return new Listing<>(
        xray,
        path,
        since,
        decoder,
        key,
        leftOut,
        Collections.unmodifiableMap(changed),
        options,
        olderNames);
  }

  @Override
  public ReceivedPage<T> fetch(long number, int size) {
    ApiCall<ApiResponse> page = call.query("num_of_rows", size).query("page_num", number);
    return olderNames == null
        ? page.decodedBy(decoder).send()
        : olderNames.fetch(page, number, size, decoder);
  }

  @Override
  public Object key(T item) {
    return key.apply(item);
  }

  @Override
  public boolean leavesOut() {
    return leftOut != null;
  }

  @Override
  public boolean isLeftOut(T item) {
    return leftOut != null && leftOut.test(item);
  }

  @Override
  public URI uri() {
    return RedactedByCall.address(call);
  }

  @Override
  public Executor executor() {
    return xray.executor();
  }
}
