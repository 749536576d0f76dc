package io.github.xrayclient.internal.paging;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The elements read so far. Elements without an id are told apart by counting equal ones in the
 * order of the listing: if it has two, then the second one is new even if the first one was read.
 */
final class SeenElements<T> {
  private final PageSource<T> source;
  private final SeenKeys ids = new SeenKeys();
  private final Map<Object, List<Long>> positions = new HashMap<>(); // of equal elements without id
  private int size;

  SeenElements(PageSource<T> source) {
    this.source = source;
  }

  /**
   * Adds the elements of a page.
   *
   * @param growth by how many places elements may have moved back since they were read
   * @return whether each of the elements is new
   */
  List<Boolean> add(PlacedPage<T> placed, long growth) {
    List<Boolean> areNew = new ArrayList<>();
    Map<Object, Integer> equalOnPage = new HashMap<>();
    long position = placed.start();
    for (T item : placed.page.items()) {
      Object key = source.key(item);
      boolean isNew;
      if (source.hasId(item)) {
        isNew = ids.add(key);
      } else {
        List<Long> known = positions.computeIfAbsent(key, absent -> new ArrayList<>(1));
        int number =
            countBefore(placed.start() - growth, known) + equalOnPage.merge(key, 1, Integer::sum);
        isNew = number > known.size();
        if (isNew) {
          known.add(position);
        }
      }
      size += isNew ? 1 : 0;
      areNew.add(isNew);
      position++;
    }
    return areNew;
  }

  /** Whether a page begins with an element that was read before; false if it is empty. */
  boolean containsFirst(PlacedPage<T> placed, long growth) {
    if (placed.page.items().isEmpty()) {
      return false;
    }
    T first = placed.page.items().get(0);
    if (source.hasId(first)) {
      return ids.contains(source.key(first));
    }
    List<Long> known = positions.getOrDefault(source.key(first), List.of());
    return countBefore(placed.start() - growth, known) < known.size();
  }

  int size() {
    return size;
  }

  private static int countBefore(long position, List<Long> known) {
    int last = known.size() - 1;
    return last >= 0 && known.get(last) < position
        ? known.size()
        : (int) known.stream().filter(each -> each < position).count();
  }
}
