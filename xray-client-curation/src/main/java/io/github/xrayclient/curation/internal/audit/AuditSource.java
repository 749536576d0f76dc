package io.github.xrayclient.curation.internal.audit;

import io.github.xrayclient.curation.audit.AuditEvent;
import io.github.xrayclient.http.ApiCalls;
import io.github.xrayclient.internal.paging.Batch;
import io.github.xrayclient.internal.paging.Batches;
import io.github.xrayclient.internal.paging.ListingSource;
import io.github.xrayclient.internal.paging.ReceivedPage;
import io.github.xrayclient.paging.Page;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The events of a span, filtered by this library. Immutable. */
final class AuditSource implements ListingSource<AuditEvent> {
  private static final int LARGE_PAGE = 1000;

  private final AuditPages pages;
  private final RequestedSpan requested;
  private final @Nullable Predicate<AuditEvent> filter;

  private AuditSource(
      AuditPages pages, RequestedSpan requested, @Nullable Predicate<AuditEvent> filter) {
    this.pages = pages;
    this.requested = requested;
    this.filter = filter;
  }

  static AuditSource of(ApiCalls xray) {
    return new AuditSource(new AuditPages(xray), RequestedSpan.usual(), null);
  }

  AuditSource over(AuditPages other) {
    return new AuditSource(other, requested, filter);
  }

  AuditSource during(RequestedSpan other) {
    return new AuditSource(pages, other, filter);
  }

  /** Returns a copy with this filter in addition to the others. */
  AuditSource matching(Predicate<AuditEvent> predicate) {
    Objects.requireNonNull(predicate, "predicate");
    return new AuditSource(pages, requested, filter == null ? predicate : filter.and(predicate));
  }

  AuditPages pages() {
    return pages;
  }

  RequestedSpan requestedSpan() {
    return requested;
  }

  boolean isFiltered() {
    return filter != null;
  }

  /** The span at this moment. */
  AuditSpan span() {
    return requested.now();
  }

  @Override
  public Batches<AuditEvent> begin(int pageSize, long offset) {
    return walk(pageSize, offset, Long.MAX_VALUE);
  }

  private AuditWalk walk(int pageSize, long offset, long end) {
    Predicate<AuditEvent> wanted = filter == null ? event -> true : filter;
    return new AuditWalk(pages, windows(), pageSize, offset, end, wanted);
  }

  @Override
  public Page<AuditEvent> page(long number, int size) {
    long first = (number - 1) * size;
    List<AuditEvent> items = new ArrayList<>();
    Batches<AuditEvent> batches = walk(size, first, first + size);
    for (Batch<AuditEvent> batch = batches.next(); !batch.isEmpty(); batch = batches.next()) {
      items.addAll(batch.itemsBefore(first + size));
    }
    return ReceivedPage.of(items, OptionalLong.empty(), OptionalInt.of(size));
  }

  @Override
  public long total() {
    return isFiltered() ? read() : counted();
  }

  private long read() {
    long total = 0;
    Batches<AuditEvent> batches = begin(LARGE_PAGE, 0);
    for (Batch<AuditEvent> batch = batches.next(); !batch.isEmpty(); batch = batches.next()) {
      total += batch.items().size();
    }
    return total;
  }

  /**
   * Adds the counts of all windows, and subtracts those of their overlaps, which two windows count.
   */
  private long counted() {
    List<AuditSpan> windows = windows();
    long total = 0;
    for (int i = 0; i < windows.size(); i++) {
      total += count(windows.get(i));
      total -= i == 0 ? 0 : count(windows.get(i).overlap(windows.get(i - 1)));
    }
    return total;
  }

  private long count(AuditSpan window) {
    return pages
        .count(window)
        .orElseThrow(() -> pages.unusable(window, "the answer has no total_count"));
  }

  private List<AuditSpan> windows() {
    return span().windows(pages.isOldestFirst());
  }

  @Override
  public URI uri() {
    return pages.uri(span());
  }

  @Override
  public Executor executor() {
    return pages.executor();
  }
}
