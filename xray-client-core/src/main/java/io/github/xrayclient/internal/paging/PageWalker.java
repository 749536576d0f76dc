package io.github.xrayclient.internal.paging;

import io.github.xrayclient.error.XrayDecodeException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.OptionalLong;

/**
 * Reads a listing page by page. Of earlier pages, it usually remembers only the keys of their
 * elements.
 *
 * <p>If the total becomes smaller, elements may have moved forward to pages that were already read.
 * The new page is then held back, and the pages before it are read again until one begins with a
 * known element.
 */
final class PageWalker<T> implements Batches<T> {
  private final PageSource<T> source;
  private final WalkLimits limits;
  private final SeenElements<T> seen;
  private final PageNumbers<T> numbers;
  private final Deque<PlacedPage<T>> held = new ArrayDeque<>(); // in the order of the listing
  private int size;
  private long wanted; // the position of an element of the page to fetch next
  private long known; // all elements before this position were read
  private long floor; // elements before this position are not given
  private long furthest; // the end of the furthest page so far
  private long base = Long.MAX_VALUE; // the position at which the first page began
  private long growth; // by how much the total grew altogether
  private OptionalLong total = OptionalLong.empty();
  private boolean sizeKnown;
  private boolean unpaged; // maybe: fewer elements than requested, and no data about pages
  private boolean ended;

  PageWalker(PageSource<T> source, int pageSize, long offset) {
    this.source = source;
    this.seen = new SeenElements<>(source);
    this.limits = new WalkLimits(pageSize);
    this.numbers = new PageNumbers<>(source, limits);
    this.size = pageSize;
    this.wanted = offset;
    this.known = offset;
    this.floor = offset;
  }

  @Override
  public Batch<T> next() {
    Batch<T> batch = new Batch<>();
    while (!ended && batch.isEmpty()) {
      batch = step();
    }
    batch.endsAt(known);
    return batch;
  }

  @Override
  public void close() {
    ended = true;
  }

  boolean hasEnded() {
    return ended;
  }

  /** Requests at most two pages; the result may be empty although the listing has not ended. */
  Batch<T> step() {
    long number = wanted / size + 1;
    ReceivedPage<T> page = fetch(number);
    if (page.isComplete()) {
      ended = true;
      return given(new PlacedPage<>(page, 0));
    }
    if (!page.items().isEmpty() || (number - 1) * size < total.orElse(Long.MAX_VALUE)) {
      // A page after the end of a listing that became shorter is not counted.
      limits.pageCame();
    }
    if (sizeChanged(page, number)) {
      // The page has other elements than needed; the next request uses the size of the server.
      return new Batch<>();
    }
    PlacedPage<T> placed = new PlacedPage<>(page, (number - 1) * size);
    check(placed, number);
    if (numbers.mayBeIgnored(placed, size, total)) {
      throw repeated(number);
    }
    held.addFirst(placed);
    if (isAfterGap(placed)) {
      furthest = Math.max(furthest, placed.end());
      wanted = Math.min(placed.start(), total.orElse(0)) - 1;
      return new Batch<>();
    }
    return held.size() == 1 ? inTurn(placed, number) : heldBack();
  }

  private ReceivedPage<T> fetch(long number) {
    limits.problem().ifPresent(problem -> {
      throw unusable(source, problem);
    });
    ReceivedPage<T> page = source.fetch(number, size);
    limits.requestMade(page.total());
    checkNotLost(page, number);
    totalIs(page.total());
    return page;
  }

  /** Checks that a page before the end is not empty without a total that explains why. */
  private void checkNotLost(ReceivedPage<T> page, long number) {
    boolean unexplained =
        page.items().isEmpty() && (page.isComplete() || page.total().isEmpty());
    if (unexplained && (number - 1) * size < total.orElse(0)) {
      throw unusable(
          source,
          "page " + number + " is empty and has no total, but an earlier page had the total "
              + total.getAsLong());
    }
  }

  /**
   * Stores the total. If it became smaller, elements at any position may have been deleted, so
   * every other element may have moved forward by that number.
   */
  private void totalIs(OptionalLong now) {
    if (total.isPresent() && now.isPresent()) {
      long fewer = Math.max(0, total.getAsLong() - now.getAsLong());
      growth += Math.max(0, now.getAsLong() - total.getAsLong());
      known = Math.max(0, known - fewer);
      floor = Math.min(floor, known);
      held.forEach(page -> page.moveForward(fewer));
    }
    total = now;
  }

  /**
   * Adopts the page size of a server that limits it. Returns whether this page is therefore not the
   * needed one.
   */
  private boolean sizeChanged(ReceivedPage<T> page, long number) {
    int used = page.size().orElse(size);
    ReceivedPage<T> latest = page;
    if (page.size().isEmpty() && !sizeKnown) {
      // A short last page may be complete; a short first page shows that the server limits the
      // size.
      boolean unclear = number > 1 && !page.items().isEmpty() && page.items().size() < size;
      latest = unclear ? fetch(1) : page;
      if (isShort(latest, unclear ? 1 : number)) {
        used = latest.items().size();
        unpaged = number == 1 && page.total().isEmpty();
      }
    }
    sizeKnown = true;
    boolean other = used != size && used > 0 && wanted / used + 1 != number;
    size = used > 0 ? used : size;
    limits.pageSize(size);
    return other || !latest.total().equals(page.total());
  }

  /** Whether a page has fewer elements than requested although the total says that more follow. */
  private boolean isShort(ReceivedPage<T> page, long number) {
    int count = page.items().size();
    long end = (number - 1) * size + count;
    return count > 0 && count < size && end != page.total().orElse(-1);
  }

  private void check(PlacedPage<T> placed, long number) {
    int count = placed.page.items().size();
    long end = placed.end();
    long all = total.orElse(end);
    if ((count < size && end < all) || (count > 0 && end > all)) {
      throw unusable(
          source,
          "page "
              + number
              + " has "
              + count
              + " elements and ends at "
              + end
              + ", but the total is "
              + all);
    }
  }

  /** Whether there may be unread elements before a page. */
  private boolean isAfterGap(PlacedPage<T> placed) {
    if (placed.start() <= known || total.orElse(0) == 0) {
      return false;
    }
    List<T> items = placed.page.items();
    if (seen.containsFirst(placed, growth)) {
      return false;
    }
    if (!items.isEmpty()) {
      limits.newElementCame();
    }
    return true;
  }

  private Batch<T> inTurn(PlacedPage<T> placed, long number) {
    boolean further = !placed.page.items().isEmpty() && placed.end() > furthest && furthest > 0;
    long before = known;
    Batch<T> batch = heldBack();
    if (further && batch.allKnown && !unpaged) {
      // A caller who continues nevertheless gets this page again and not a silent end.
      ended = false;
      known = before;
      wanted = before;
      throw repeated(number);
    }
    ended |= further && batch.allKnown;
    return batch;
  }

  /**
   * Returns the elements of the pages that were held back; the page that was read last comes first.
   */
  private Batch<T> heldBack() {
    Batch<T> batch = new Batch<>();
    PlacedPage<T> last = held.getLast();
    base = Math.min(base, held.getFirst().start());
    held.forEach(placed -> add(batch, placed));
    held.clear();
    if (total.isEmpty()) {
      limits.elements(base + seen.size());
    }
    furthest = Math.max(furthest, last.end());
    known = Math.max(known, last.end());
    wanted = total.isPresent() ? Math.min(furthest, total.getAsLong() - 1) : known;
    boolean isEnd =
        total.isPresent() ? known >= total.getAsLong() : last.page.items().size() < size;
    if (isEnd) {
      checkReached();
    }
    ended = isEnd;
    return batch;
  }

  private Batch<T> given(PlacedPage<T> whole) {
    Batch<T> batch = new Batch<>();
    add(batch, whole);
    known = Math.max(known, whole.end());
    return batch;
  }

  /**
   * Checks that all elements were read. Elements that were returned twice may have replaced others,
   * unless new elements explain the difference.
   */
  private void checkReached() {
    long missing = total.orElse(0) - base - seen.size();
    if (total.isPresent() && base <= total.getAsLong() && missing > growth) {
      throw unusable(
          source,
          "the total is " + total.getAsLong() + ", but " + missing + " elements were missing");
    }
  }

  private void add(Batch<T> batch, PlacedPage<T> placed) {
    List<T> items = placed.page.items();
    List<Boolean> areNew = seen.add(placed, growth);
    for (int i = 0; i < items.size(); i++) {
      long position = placed.start() + i;
      batch.allKnown &= !areNew.get(i);
      if (areNew.get(i) && position >= floor && !source.isLeftOut(items.get(i))) {
        batch.add(items.get(i), position);
      }
    }
    numbers.added(placed);
    if (!batch.allKnown) {
      limits.newElementCame();
    }
  }

  private XrayDecodeException repeated(long number) {
    return unusable(
        source,
        "page " + number
            + " repeats elements of earlier pages, although the listing should continue");
  }

  /** Creates the exception for a listing that cannot be read. */
  static XrayDecodeException unusable(PageSource<?> source, String problem) {
    return new XrayDecodeException(source.method(), source.uri(), problem, "$", "", null);
  }
}
