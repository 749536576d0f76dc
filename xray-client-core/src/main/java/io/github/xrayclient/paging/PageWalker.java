package io.github.xrayclient.paging;

import java.net.URI;
import java.util.List;
import java.util.OptionalLong;

/** Goes from page to page; remembers the keys seen and nothing else of earlier pages. */
final class PageWalker<T> implements Batches<T> {
  private final Walk<T> walk;
  private final SeenKeys seen = new SeenKeys();
  private int size;
  private long position; // of the next element to fetch
  private long floor; // nothing before it is given
  private long furthest; // end of the furthest page so far
  private long base = Long.MAX_VALUE; // where the first page began
  private long growth; // by how much the total grew, all in all
  private long deleted; // by how much the total shrank since it last grew
  private long barren; // requests since the last one that brought something new
  private OptionalLong total = OptionalLong.empty();
  private boolean sizeKnown;
  private boolean unpaged; // maybe: less came than was asked for, without a word about pages
  private boolean ended;

  PageWalker(Walk<T> walk) {
    this.walk = walk;
    this.size = walk.pageSize();
    this.position = walk.offset();
    this.floor = walk.offset();
  }

  @Override
  public Batch<T> next() {
    while (!ended) {
      Batch<T> batch = step();
      if (!batch.items.isEmpty()) {
        barren = 0;
        batch.end = position;
        return batch;
      }
      if (++barren > 4 * (furthest / size) + deleted + 100) {
        throw walk.unusable("the listing changes faster than it can be read");
      }
    }
    return atEnd();
  }

  @Override
  public void close() {
    ended = true;
  }

  URI uri() {
    return walk.source().uri();
  }

  private Batch<T> atEnd() {
    Batch<T> nothing = new Batch<>();
    nothing.end = position;
    return nothing;
  }

  private Batch<T> step() {
    long number = position / size + 1;
    Page<T> page = walk.source().fetch(number, size);
    if (page.isComplete()) {
      return whole(page);
    }
    if (sizeChanged(page, number)) {
      return new Batch<>(); // asked for other elements than were needed: again, with the true size
    }
    if (shrunk(page)) {
      return new Batch<>();
    }
    long start = (number - 1) * size;
    long end = start + page.items().size();
    check(page, number, end);
    base = Math.min(base, start);
    Batch<T> batch = fresh(page, start);
    if (!page.items().isEmpty() && end > furthest && furthest > 0 && batch.allKnown) {
      if (unpaged) {
        ended = true;
        return atEnd();
      }
      throw walk.unusable("page " + number + " repeats elements of earlier pages");
    }
    furthest = Math.max(furthest, end);
    position = Math.max(position, end);
    ended = isLast(page, end);
    if (ended) {
      checkReached();
    }
    return batch;
  }

  private Batch<T> whole(Page<T> page) {
    ended = true;
    Batch<T> batch = fresh(page, 0);
    position = Math.max(position, page.items().size());
    return batch;
  }

  /** Follows a server that caps the page size; true if this page then is not the one needed. */
  private boolean sizeChanged(Page<T> page, long number) {
    int used = page.size().orElse(size);
    Page<T> latest = page;
    if (page.size().isEmpty() && !sizeKnown) {
      // The last page cannot be told from one that was capped in silence; the first page can.
      boolean unclear = number > 1 && !page.items().isEmpty() && page.items().size() < size;
      latest = unclear ? walk.source().fetch(1, size) : page;
      if (isShort(latest, unclear ? 1 : number)) {
        used = latest.items().size();
        unpaged = number == 1 && page.total().isEmpty();
      }
    }
    sizeKnown = true;
    boolean other = used != size && used > 0 && position / used + 1 != number;
    size = used > 0 ? used : size;
    if (other || !latest.total().equals(page.total())) {
      shrunk(page); // both totals count, so that what was deleted meanwhile is noticed
      shrunk(latest);
      return true;
    }
    return false;
  }

  /** Steps back by as many elements as were deleted since the last answer. */
  private boolean shrunk(Page<T> page) {
    OptionalLong before = total;
    total = page.total();
    long more = Math.max(0, total.orElse(0) - before.orElse(total.orElse(0)));
    growth += more;
    deleted = Math.max(0, deleted - more); // a total that goes up and down is no reason to go on
    if (before.isEmpty() || total.isEmpty() || total.getAsLong() >= before.getAsLong()) {
      return false;
    }
    long fewer = before.getAsLong() - total.getAsLong();
    deleted += fewer;
    position = Math.max(0, position - fewer);
    floor = Math.min(floor, position);
    return true;
  }

  /** Whether a page has fewer elements than was asked for, and the total does not say why. */
  private boolean isShort(Page<T> page, long number) {
    int count = page.items().size();
    long end = (number - 1) * size + count;
    return count > 0 && count < size && end != page.total().orElse(-1);
  }

  private void check(Page<T> page, long number, long end) {
    int count = page.items().size();
    long all = total.orElse(end);
    if (count < size && end < all || count > 0 && end > all) {
      throw walk.unusable("page "
          + number
          + " has "
          + count
          + " elements and ends at "
          + end
          + ", but the total is said to be "
          + all);
    }
  }

  /** Elements that were given twice stand in the place of others, unless new ones explain them. */
  private void checkReached() {
    long missing = total.orElse(0) - base - seen.size();
    if (total.isPresent() && base <= total.getAsLong() && missing > growth) {
      throw walk.unusable(
          "the total is said to be " + total.getAsLong() + ", but " + missing + " were not there");
    }
  }

  private boolean isLast(Page<T> page, long end) {
    return total.isPresent() ? end >= total.getAsLong() : page.items().size() < size;
  }

  private Batch<T> fresh(Page<T> page, long start) {
    Batch<T> batch = new Batch<>();
    List<T> items = page.items();
    for (int i = 0; i < items.size(); i++) {
      T item = items.get(i);
      boolean isNew = seen.add(walk.source().key(item));
      batch.allKnown &= !isNew;
      if (isNew && start + i >= floor && !walk.source().isGone(item)) {
        batch.items.add(item);
        batch.positions.add(start + i);
      }
    }
    return batch;
  }
}
