package io.github.xrayclient.curation.internal.audit;

import io.github.xrayclient.curation.audit.AuditEvent;
import io.github.xrayclient.internal.json.Envelope;
import io.github.xrayclient.internal.paging.Batch;
import io.github.xrayclient.internal.paging.Batches;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads the parts of a span one after the other, page by page. It remembers the events of two
 * parts, to list an event that occurs in both only once. A part takes at most 1.5 times the
 * requests that its events need, judged by its largest page, and 10 more. The position of an event
 * is the number of different events before it, in all parts. The page that holds the end is the
 * last one that is read, and it is returned whole.
 */
final class AuditWalk implements Batches<AuditEvent> {
  private final AuditPages pages;
  private final Deque<AuditSpan> windows;
  private final int pageSize;
  private final Predicate<AuditEvent> wanted;
  private final long end; // the position at which the reading ends, not included
  private Set<Object> before =
      new HashSet<>(); // events of the window before that may occur in this one, too
  private Set<Object> seen = new HashSet<>();
  private @Nullable AuditSpan skipped; // the last window that was skipped without reading it
  private @Nullable AuditSpan partlyRead; // the window whose reading started at an offset
  private boolean begun;
  private boolean windowEnded;
  private long toSkip; // the number of events that are still to be skipped
  private long position;
  private long offset; // the offset of the next page in this window
  private long requests; // the number of requests for this window
  private int largest; // the size of the largest page of this window

  AuditWalk(
      AuditPages pages,
      List<AuditSpan> windows,
      int pageSize,
      long offset,
      long end,
      Predicate<AuditEvent> wanted) {
    this.pages = pages;
    this.end = end;
    this.windows = new ArrayDeque<>(windows);
    this.pageSize = pageSize;
    this.wanted = wanted;
    this.toSkip = offset;
  }

  @Override
  public Batch<AuditEvent> next() {
    if (!begun) {
      begin();
      begun = true;
    }
    Batch<AuditEvent> batch = new Batch<>();
    while (batch.isEmpty() && !windows.isEmpty() && position < end) {
      if (windowEnded) {
        nextWindow();
      } else {
        readPage(windows.element(), batch);
      }
    }
    batch.endsAt(position);
    return batch;
  }

  @Override
  public void close() {
    windows.clear();
  }

  /** Goes to the offset. If a request fails, the method can be called again. */
  private void begin() {
    while (toSkip > 0 && windows.size() > 1) {
      long count = newIn(windows.element(), skipped);
      if (count < 0 || count > toSkip) {
        break;
      }
      position += count;
      toSkip -= count;
      skipped = windows.remove();
    }
    if (skipped != null) {
      before = keys(windows.element().overlap(skipped));
    } else if (toSkip > 0) {
      partlyRead = windows.element();
      offset = toSkip;
      position = toSkip;
      toSkip = 0;
    }
  }

  /**
   * The number of events of a window that are not in the previous one; -1 if the server does not
   * send it.
   */
  private long newIn(AuditSpan window, @Nullable AuditSpan previous) {
    OptionalLong all = pages.count(window);
    OptionalLong known =
        previous == null ? OptionalLong.of(0) : pages.count(window.overlap(previous));
    return all.isPresent() && known.isPresent() ? all.getAsLong() - known.getAsLong() : -1;
  }

  private Set<Object> keys(AuditSpan overlap) {
    Set<Object> keys = new HashSet<>();
    AuditWalk walk =
        new AuditWalk(pages, List.of(overlap), pageSize, 0, Long.MAX_VALUE, event -> true);
    for (Batch<AuditEvent> batch = walk.next(); !batch.isEmpty(); batch = walk.next()) {
      batch.items().forEach(event -> keys.add(pages.key(event)));
    }
    return keys;
  }

  private void readPage(AuditSpan window, Batch<AuditEvent> batch) {
    checkRequests(window);
    Envelope<AuditEvent> page = pages.fetch(window, offset, pageSize);
    requests++;
    largest = Math.max(largest, page.items().size());
    boolean repeats = !page.items().isEmpty();
    for (AuditEvent event : page.items()) {
      Object key = pages.key(event);
      boolean isNew = seen.add(key);
      repeats &= !isNew;
      if (isNew && !before.contains(key)) {
        add(event, batch);
      }
    }
    if (repeats && !isUnpaged(page)) {
      throw pages.unusable(
          window, "the page at offset " + offset + " has only events of earlier pages");
    }
    OptionalLong next = page.meta("next_offset");
    boolean saysMore = next.isPresent() && next.getAsLong() > offset;
    if (page.items().isEmpty() || repeats || (!saysMore && isShort(page))) {
      windowEnded = true;
    } else {
      offset = saysMore ? next.getAsLong() : offset + page.items().size();
    }
  }

  private void add(AuditEvent event, Batch<AuditEvent> batch) {
    if (toSkip > 0) {
      toSkip--;
    } else if (wanted.test(event)) {
      batch.add(event, position);
    }
    position++;
  }

  /** Protects against a server that sends one new event on each page without end. */
  private void checkRequests(AuditSpan window) {
    long needed = largest == 0 ? 0 : (seen.size() + largest - 1) / largest;
    if (requests >= 3 * needed / 2 + 10) {
      throw pages.unusable(
          window,
          "stopped after " + requests + " requests: they returned only " + seen.size()
              + " different events, and the server still announces more");
    }
  }

  /**
   * Whether the page has fewer events than the page size that the server states; false if it states
   * none.
   */
  private static boolean isShort(Envelope<AuditEvent> page) {
    return page.items().size() < page.meta("num_of_rows").orElse(0);
  }

  /**
   * Whether this answer holds all events of a server without pages: it has fewer events than
   * requested, and no information about pages.
   */
  private boolean isUnpaged(Envelope<AuditEvent> page) {
    return page.items().size() < pageSize
        && page.meta("num_of_rows").isEmpty()
        && page.meta("next_offset").isEmpty();
  }

  private void nextWindow() {
    AuditSpan ended = windows.element();
    boolean isPart = ended.equals(partlyRead);
    Optional<AuditSpan> following = windows.stream().skip(1).findFirst();
    before = isPart && following.isPresent() ? keys(following.get().overlap(ended)) : seen;
    windows.remove();
    windowEnded = false;
    seen = new HashSet<>();
    offset = 0;
    requests = 0;
    largest = 0;
  }
}
