package io.github.xrayclient.internal.violation;

import io.github.xrayclient.http.ApiCall;
import io.github.xrayclient.http.ApiCalls;
import io.github.xrayclient.http.ApiResponse;
import io.github.xrayclient.internal.call.CallDefaults;
import io.github.xrayclient.internal.call.RedactedByCall;
import io.github.xrayclient.internal.paging.ReceivedPage;
import io.github.xrayclient.violation.IgnoredViolationQuery.OrderBy;
import io.github.xrayclient.violation.Violation;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executor;

/**
 * Requests single pages of ignored violations. The parameters of the page are in the URL, and the
 * number of the page is called "offset". Immutable.
 */
final class IgnoredPages extends ViolationSource {
  private static final Duration TIMEOUT = Duration.ofMinutes(2);
  private static final String PATH = "/xray/api/v1/violations/ignored";

  private final ApiCall<ApiResponse> request;
  private final Map<String, Object> filters;
  private final Map<String, Object> parameters;
  private final ViolationPageDecoder decoder;
  private final boolean clearTotal;
  private final Executor executor;

  private IgnoredPages(
      ApiCall<ApiResponse> request,
      Map<String, Object> filters,
      Map<String, Object> parameters,
      ViolationPageDecoder decoder,
      boolean clearTotal,
      Executor executor) {
    this.request = request;
    this.filters = filters;
    this.parameters = parameters;
    this.decoder = decoder;
    this.clearTotal = clearTotal;
    this.executor = executor;
  }

  /** Returns the search without filters. */
  static IgnoredPages search(ApiCalls xray, Optional<String> projectKey) {
    return new IgnoredPages(
        xray.call("POST", PATH).readOnly().body(Map.of()),
        Map.of(),
        parameters(projectKey),
        new ViolationPageDecoder("data", "total_count"),
        true,
        xray.executor());
  }

  /**
   * Returns the listing for a watch. It is not documented whether its answers count the violations
   * of the watch or those of the page, so a count is not used if it may be that of the page.
   */
  static IgnoredPages ofWatch(ApiCalls xray, Optional<String> projectKey, String watch) {
    return new IgnoredPages(
        xray.call("GET", PATH + "/{watch}", watch),
        Map.of(),
        parameters(projectKey),
        new ViolationPageDecoder("violations", "violations_count"),
        false,
        xray.executor());
  }

  private static Map<String, Object> parameters(Optional<String> projectKey) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    projectKey.ifPresent(key -> parameters.put("projectKey", key));
    parameters.put("order_by", OrderBy.UPDATED);
    return parameters;
  }

  /** Returns a copy of a search that also finds what matches this value of a filter. */
  IgnoredPages with(String filter, Object value) {
    Object earlier = filters.get(filter);
    List<Object> values = new ArrayList<>();
    if (earlier instanceof List) {
      values.addAll((List<?>) earlier);
    } else if (earlier != null) {
      values.add(earlier);
    }
    values.add(value);
    return filtered(filter, values);
  }

  /** Returns a copy of a search with this filter, which replaces an earlier one of the same name. */
  IgnoredPages filtered(String filter, Object value) {
    Map<String, Object> changed = new LinkedHashMap<>(filters);
    changed.put(filter, value);
    return new IgnoredPages(
        request.body(changed), changed, parameters, decoder, clearTotal, executor);
  }

  /** Returns a copy with this order or direction. */
  IgnoredPages sorted(String name, Object value) {
    Map<String, Object> changed = new LinkedHashMap<>(parameters);
    changed.put(name, value);
    return new IgnoredPages(request, filters, changed, decoder, clearTotal, executor);
  }

  @Override
  public ReceivedPage<Violation> fetch(long number, int size) {
    ReceivedPage<Violation> page = call()
        .query("limit", size)
        .query("offset", number)
        .decodedBy(decoder.ofPage(number))
        .send();
    int count = page.items().size();
    boolean mayCountPage =
        count > 0 && page.total().orElse(-1) == count && (count >= size || number > 1);
    return clearTotal || !mayCountPage
        ? page
        : ReceivedPage.of(page.items(), OptionalLong.empty(), page.size());
  }

  /** Counts the violations if the total may be that of a page. */
  @Override
  public long total() {
    ReceivedPage<Violation> first = fetch(1, 1);
    return clearTotal || first.total().isPresent() ? totalOf(first) : count();
  }

  @Override
  public String method() {
    return request.request().method();
  }

  @Override
  public URI uri() {
    return RedactedByCall.address(call());
  }

  @Override
  public Executor executor() {
    return executor;
  }

  private ApiCall<ApiResponse> call() {
    ApiCall<ApiResponse> call = CallDefaults.timeout(request.since("3.11"), TIMEOUT);
    for (Map.Entry<String, Object> parameter : parameters.entrySet()) {
      call = call.query(parameter.getKey(), parameter.getValue());
    }
    return call;
  }
}
