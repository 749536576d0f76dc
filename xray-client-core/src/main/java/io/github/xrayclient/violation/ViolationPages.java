package io.github.xrayclient.violation;

import io.github.xrayclient.http.ApiCall;
import io.github.xrayclient.http.ApiCalls;
import io.github.xrayclient.http.ApiResponse;
import io.github.xrayclient.internal.call.RedactedByCall;
import io.github.xrayclient.internal.json.EnvelopeDecoder;
import io.github.xrayclient.internal.json.PageDecoder;
import io.github.xrayclient.paging.Page;
import io.github.xrayclient.paging.PageSource;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.Executor;

/** Pages of a search, whose "offset" is the number of the page. */
final class ViolationPages implements PageSource<Violation> {
  private static final Duration TIMEOUT = Duration.ofMinutes(2);
  private static final PageDecoder<Violation> PAGE =
      new PageDecoder<>(new EnvelopeDecoder<>(Violation.class, "violations"), "total_violations");

  private final ApiCalls xray;
  private final String projectKey;
  private final Map<String, Object> filters;

  ViolationPages(ApiCalls xray, String projectKey, Map<String, Object> filters) {
    this.xray = xray;
    this.projectKey = projectKey;
    this.filters = filters;
  }

  @Override
  public Page<Violation> fetch(long number, int size) {
    Map<String, Object> pagination =
        Map.of("order_by", "created", "direction", "asc", "limit", size, "offset", number);
    return call()
        .body(Map.of("filters", filters, "pagination", pagination))
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

  /** An answer without violations may be an empty object. */
  private static Page<Violation> page(ApiResponse response) throws IOException {
    return response.text().replaceAll("\\s", "").equals("{}")
        ? Page.of(List.of(), OptionalLong.of(0), OptionalInt.empty())
        : PAGE.decode(response);
  }

  private ApiCall<ApiResponse> call() {
    ApiCall<ApiResponse> search = xray.call("POST", "/xray/api/v1/violations").readOnly();
    boolean limited = search.request().timeout().isPresent();
    ApiCall<ApiResponse> call = limited ? search : search.timeout(TIMEOUT);
    return projectKey.isEmpty() ? call : call.query("projectKey", projectKey);
  }
}
