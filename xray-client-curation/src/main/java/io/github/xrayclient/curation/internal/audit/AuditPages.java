package io.github.xrayclient.curation.internal.audit;

import io.github.xrayclient.curation.audit.AuditEvent;
import io.github.xrayclient.error.XrayDecodeException;
import io.github.xrayclient.http.ApiCall;
import io.github.xrayclient.http.ApiCalls;
import io.github.xrayclient.http.ApiResponse;
import io.github.xrayclient.internal.call.CallDefaults;
import io.github.xrayclient.internal.call.RedactedByCall;
import io.github.xrayclient.internal.json.Envelope;
import io.github.xrayclient.internal.json.EnvelopeDecoder;
import io.github.xrayclient.value.Direction;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;

/** Requests single pages of the audit, which the server counts by offsets. Immutable. */
final class AuditPages {
  private static final String PATH = "/xray/api/v1/curation/audit/packages";
  private static final String SINCE = "3.82";

  /** The server's page size for requests that name none. */
  private static final int UNASKED_SIZE = 100;

  private static final Duration LONGEST_EXPORT = Duration.ofMinutes(30);
  private static final EnvelopeDecoder<AuditEvent> PAGE =
      new EnvelopeDecoder<>(AuditEvent.class, "packages");

  private final ApiCalls xray;
  private final boolean dryRun;
  private final Direction direction;

  AuditPages(ApiCalls xray) {
    this(xray, false, Direction.DESCENDING);
  }

  private AuditPages(ApiCalls xray, boolean dryRun, Direction direction) {
    this.xray = xray;
    this.dryRun = dryRun;
    this.direction = direction;
  }

  AuditPages dryRun() {
    return new AuditPages(xray, true, direction);
  }

  AuditPages sorted(Direction other) {
    return new AuditPages(xray, dryRun, other);
  }

  boolean isOldestFirst() {
    return direction.equals(Direction.ASCENDING);
  }

  /** Requests the events from this offset on. */
  Envelope<AuditEvent> fetch(AuditSpan window, long offset, int size) {
    return call(window)
        .query("num_of_rows", size)
        .query("offset", offset)
        .decodedBy(PAGE)
        .send();
  }

  /**
   * No page size is sent, since the largest, 2,000, could cut an export of up to 500,000 events.
   */
  ApiCall<ApiResponse> csv(AuditSpan span) {
    ApiCall<ApiResponse> export = call(span).query("format", "csv");
    return CallDefaults.timeout(
        CallDefaults.accept(export, "application/zip, */*"), LONGEST_EXPORT);
  }

  /**
   * Whether a CSV file of this many lines can hold every event. A file that the server cut after
   * its usual page has no more lines than the events of that page have policies, while more events
   * follow.
   */
  boolean canHoldAll(AuditSpan span, long lines) {
    if (lines < UNASKED_SIZE) {
      return true;
    }
    Envelope<AuditEvent> first = call(span)
        .query("num_of_rows", UNASKED_SIZE + 1)
        .query("include_total", true)
        .decodedBy(PAGE)
        .send();
    int came = first.items().size();
    OptionalLong counted = first.meta("total_count");
    long total = Math.max(counted.orElse(0), came);
    boolean few = counted.isPresent() ? total <= UNASKED_SIZE : came < UNASKED_SIZE;
    long linesOfAPage = first.items().stream()
        .limit(UNASKED_SIZE)
        .mapToLong(event -> Math.max(1, event.policies().size()))
        .sum();
    return few || (lines > total && lines - 1 > linesOfAPage);
  }

  /**
   * Identifies an event. In the listing of dry runs, several events may have one id, one for each
   * policy.
   */
  Object key(AuditEvent event) {
    if (!dryRun) {
      return event.id();
    }
    List<Object> policies = event.policies().stream()
        .map(policy -> List.of(policy.policyId(), policy.policyName()))
        .collect(Collectors.toList());
    return List.of(event.id(), policies);
  }

  /** The number of events, if the server sends it. */
  OptionalLong count(AuditSpan span) {
    return call(span)
        .query("num_of_rows", 1)
        .query("include_total", true)
        .decodedBy(PAGE)
        .send()
        .meta("total_count");
  }

  URI uri(AuditSpan span) {
    return RedactedByCall.address(call(span));
  }

  Executor executor() {
    return xray.executor();
  }

  XrayDecodeException unusable(AuditSpan window, String problem) {
    return new XrayDecodeException("GET", uri(window), problem, "$", "", null);
  }

  private ApiCall<ApiResponse> call(AuditSpan span) {
    ApiCall<ApiResponse> call = xray.call("GET", PATH)
        .since(SINCE)
        .query("order_by", "id")
        .query("direction", direction)
        .query("created_at_start", span.start())
        .query("created_at_end", span.end());
    return dryRun ? call.query("dry_run", true) : call;
  }
}
