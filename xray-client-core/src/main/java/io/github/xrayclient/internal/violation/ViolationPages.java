package io.github.xrayclient.internal.violation;

import io.github.xrayclient.http.ApiCall;
import io.github.xrayclient.http.ApiCalls;
import io.github.xrayclient.http.ApiResponse;
import io.github.xrayclient.internal.call.CallDefaults;
import io.github.xrayclient.internal.call.RedactedByCall;
import io.github.xrayclient.internal.paging.ReceivedPage;
import io.github.xrayclient.value.Direction;
import io.github.xrayclient.violation.Violation;
import io.github.xrayclient.violation.ViolationQuery.OrderBy;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * Requests single pages of a search for violations. The search calls the number of the page
 * "offset". Immutable.
 */
final class ViolationPages extends ViolationSource {
  private static final Duration TIMEOUT = Duration.ofMinutes(2);
  private static final ViolationPageDecoder PAGE =
      new ViolationPageDecoder("violations", "total_violations");

  private final ApiCalls xray;
  private final Optional<String> projectKey;
  private final ViolationFilters filters;
  private final Map<String, Object> order;

  private ViolationPages(
      ApiCalls xray,
      Optional<String> projectKey,
      ViolationFilters filters,
      Map<String, Object> order) {
    this.xray = xray;
    this.projectKey = projectKey;
    this.filters = filters;
    this.order = order;
  }

  static ViolationPages of(ApiCalls xray, Optional<String> projectKey) {
    Map<String, Object> oldestFirst =
        Map.of("order_by", OrderBy.CREATED, "direction", Direction.ASCENDING);
    return new ViolationPages(xray, projectKey, ViolationFilters.none(), oldestFirst);
  }

  ViolationFilters filters() {
    return filters;
  }

  /** Returns a copy with other filters. */
  ViolationPages filtered(ViolationFilters others) {
    return new ViolationPages(xray, projectKey, others, order);
  }

  /** Returns a copy with this order or direction. */
  ViolationPages sorted(String name, Object value) {
    Map<String, Object> changed = new LinkedHashMap<>(order);
    changed.put(name, value);
    return new ViolationPages(xray, projectKey, filters, changed);
  }

  @Override
  public ReceivedPage<Violation> fetch(long number, int size) {
    Map<String, Object> pagination = new LinkedHashMap<>(order);
    pagination.put("limit", size);
    pagination.put("offset", number);
    return call()
        .body(Map.of("filters", filters.body(), "pagination", pagination))
        .decodedBy(PAGE.ofPage(number))
        .send();
  }

  /** Filters of the library leave out rows; those of the server do so only if it ignores them. */
  @Override
  public boolean leavesOut() {
    return !filters.local().areNone();
  }

  @Override
  public boolean isLeftOut(Violation violation) {
    return !filters.accept(violation);
  }

  /** Counts the rows, unless the server counts only those that match. */
  @Override
  public long total() {
    if (leavesOut()) {
      return count();
    }
    ReceivedPage<Violation> first = fetch(1, 1);
    return first.items().stream().anyMatch(this::isLeftOut) ? count() : totalOf(first);
  }

  @Override
  public String method() {
    return call().request().method();
  }

  @Override
  public URI uri() {
    return RedactedByCall.address(call());
  }

  @Override
  public Executor executor() {
    return xray.executor();
  }

  private ApiCall<ApiResponse> call() {
    ApiCall<ApiResponse> search = xray.call("POST", "/xray/api/v1/violations").readOnly();
    ApiCall<ApiResponse> call = CallDefaults.timeout(search, TIMEOUT);
    return projectKey.isPresent() ? call.query("projectKey", projectKey.get()) : call;
  }
}
