package io.github.xrayclient.internal.violation;

import io.github.xrayclient.http.ApiCall;
import io.github.xrayclient.http.ApiCalls;
import io.github.xrayclient.http.ApiResponse;
import io.github.xrayclient.internal.call.CallDefaults;
import io.github.xrayclient.internal.call.RedactedByCall;
import io.github.xrayclient.internal.json.EnvelopeDecoder;
import io.github.xrayclient.internal.json.PageDecoder;
import io.github.xrayclient.internal.paging.ReceivedPage;
import io.github.xrayclient.internal.paging.WalkedSource;
import io.github.xrayclient.value.Direction;
import io.github.xrayclient.violation.Violation;
import io.github.xrayclient.violation.ViolationQuery.OrderBy;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.Executor;

/**
 * Requests single pages of a search for violations. The search calls the number of the page
 * "offset". Immutable.
 */
final class ViolationPages extends WalkedSource<Violation> {
  private static final Duration TIMEOUT = Duration.ofMinutes(2);
  private static final PageDecoder<Violation> PAGE =
      new PageDecoder<>(new EnvelopeDecoder<>(Violation.class, "violations"), "total_violations");

  private final ApiCalls xray;
  private final Optional<String> projectKey;
  private final List<Map<String, String>> artifacts;
  private final Map<String, Object> filters;
  private final Map<String, Object> order;

  private ViolationPages(
      ApiCalls xray,
      Optional<String> projectKey,
      List<Map<String, String>> artifacts,
      Map<String, Object> filters,
      Map<String, Object> order) {
    this.xray = xray;
    this.projectKey = projectKey;
    this.artifacts = artifacts;
    this.filters = filters;
    this.order = order;
  }

  static ViolationPages of(ApiCalls xray, Optional<String> projectKey) {
    Map<String, Object> oldestFirst =
        Map.of("order_by", OrderBy.CREATED, "direction", Direction.ASCENDING);
    return new ViolationPages(xray, projectKey, List.of(), Map.of(), oldestFirst);
  }

  /** Returns a copy with this filter, which replaces an earlier one of the same name. */
  ViolationPages filtered(String name, Object value) {
    return new ViolationPages(xray, projectKey, artifacts, with(filters, name, value), order);
  }

  /** Returns a copy that also finds the violations of this artifact. */
  ViolationPages withArtifact(String repository, String path) {
    List<Map<String, String>> more = new ArrayList<>(artifacts);
    more.add(Map.of("repo", repository, "path", path));
    return new ViolationPages(xray, projectKey, more, filters, order);
  }

  /** Returns a copy with this order or direction. */
  ViolationPages sorted(String name, Object value) {
    return new ViolationPages(xray, projectKey, artifacts, filters, with(order, name, value));
  }

  @Override
  public ReceivedPage<Violation> fetch(long number, int size) {
    Map<String, Object> pagination = new LinkedHashMap<>(order);
    pagination.put("limit", size);
    pagination.put("offset", number);
    Map<String, Object> all =
        artifacts.isEmpty() ? filters : with(filters, "resources", Map.of("artifacts", artifacts));
    return call()
        .body(Map.of("filters", all, "pagination", pagination))
        .decodedBy(ViolationPages::page)
        .send();
  }

  @Override
  public Object key(Violation violation) {
    return violation.violationId().<Object>map(id -> id).orElse(violation);
  }

  @Override
  public URI uri() {
    return RedactedByCall.address(call());
  }

  @Override
  public Executor executor() {
    return xray.executor();
  }

  /** Some servers answer with an empty object if there are no violations. */
  private static ReceivedPage<Violation> page(ApiResponse response) throws IOException {
    return response.text().replaceAll("\\s", "").equals("{}")
        ? ReceivedPage.of(List.of(), OptionalLong.of(0), OptionalInt.empty())
        : PAGE.decode(response);
  }

  private ApiCall<ApiResponse> call() {
    ApiCall<ApiResponse> search = xray.call("POST", "/xray/api/v1/violations").readOnly();
    ApiCall<ApiResponse> call = CallDefaults.timeout(search, TIMEOUT);
    return projectKey.isPresent() ? call.query("projectKey", projectKey.get()) : call;
  }

  private static Map<String, Object> with(Map<String, Object> map, String name, Object value) {
    Map<String, Object> changed = new LinkedHashMap<>(map);
    changed.put(name, value);
    return changed;
  }
}
