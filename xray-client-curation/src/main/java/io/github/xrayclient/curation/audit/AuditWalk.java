package io.github.xrayclient.curation.audit;

import io.github.xrayclient.internal.json.Envelope;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.Set;

/**
 * Goes through the windows of a span, page by page; remembers the events of two windows. A window
 * takes at most 1.5 times the requests that its events need, and 10 more, by the largest page that
 * came.
 */
final class AuditWalk implements Iterator<AuditEvent> {
  private final AuditPages pages;
  private final Queue<AuditSpan> windows;
  private final Queue<AuditEvent> waiting = new ArrayDeque<>();
  private Set<Object> before = new HashSet<>();
  private Set<Object> seen = new HashSet<>();
  private long offset;
  private long requests; // of this window
  private int largest; // page of this window

  AuditWalk(AuditPages pages, AuditSpan span) {
    this.pages = pages;
    this.windows = new ArrayDeque<>(span.windows(pages.isOldestFirst()));
  }

  @Override
  public boolean hasNext() {
    while (waiting.isEmpty() && !windows.isEmpty()) {
      readPage(windows.element());
    }
    return !waiting.isEmpty();
  }

  @Override
  public AuditEvent next() {
    if (!hasNext()) {
      throw new NoSuchElementException("no more audit events");
    }
    return waiting.remove();
  }

  private void readPage(AuditSpan window) {
    checkRequests(window);
    Envelope<AuditEvent> page = pages.fetch(window, offset);
    requests++;
    largest = Math.max(largest, page.items().size());
    boolean repeats = !page.items().isEmpty();
    for (AuditEvent event : page.items()) {
      Object key = pages.key(event);
      boolean isNew = seen.add(key);
      repeats &= !isNew;
      if (isNew && !before.contains(key)) {
        waiting.add(event);
      }
    }
    if (repeats && !isUnpaged(page)) {
      throw pages.unusable(window, "the page at offset " + offset + " repeats earlier events");
    }
    OptionalLong next = page.meta("next_offset");
    boolean saysMore = next.isPresent() && next.getAsLong() > offset;
    if (page.items().isEmpty() || repeats || (!saysMore && isShort(page))) {
      nextWindow();
    } else {
      offset = saysMore ? next.getAsLong() : offset + page.items().size();
    }
  }

  /** A server could send one new event on each page for ever. */
  private void checkRequests(AuditSpan window) {
    long needed = largest == 0 ? 0 : (seen.size() + largest - 1) / largest;
    if (requests >= 3 * needed / 2 + 10) {
      throw pages.unusable(
          window,
          requests + " requests brought no more than " + seen.size()
              + " events, and the server still says that more follow");
    }
  }

  /** Whether fewer events came than the server says a page has; if it does not say, nobody knows. */
  private boolean isShort(Envelope<AuditEvent> page) {
    return page.items().size() < page.meta("num_of_rows").orElse(0);
  }

  /**
   * Whether this is all that a server has which knows no pages: less than asked for, and no word on
   * them.
   */
  private boolean isUnpaged(Envelope<AuditEvent> page) {
    return page.items().size() < pages.size()
        && page.meta("num_of_rows").isEmpty()
        && page.meta("next_offset").isEmpty();
  }

  private void nextWindow() {
    windows.remove();
    before = seen;
    seen = new HashSet<>();
    offset = 0;
    requests = 0;
    largest = 0;
  }
}
