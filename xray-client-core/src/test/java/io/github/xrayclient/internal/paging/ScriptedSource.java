package io.github.xrayclient.internal.paging;

import io.github.xrayclient.paging.Paged;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A listing in memory that behaves as a server does, or misbehaves as the test says. */
final class ScriptedSource extends WalkedSource<Integer> {
  final List<Integer> elements;
  final List<String> requests = new ArrayList<>();
  int cap = Integer.MAX_VALUE;
  boolean saysSize = true;
  boolean saysTotal = true;
  boolean hasIds = true;
  boolean repeatsFirstPage;
  long totalError;
  Executor executor = ForkJoinPool.commonPool();
  IntConsumer beforeRequest = number -> {};

  private ScriptedSource(List<Integer> elements) {
    this.elements = elements;
  }

  /** 0, 1, 2, … */
  static ScriptedSource ofSize(int size) {
    return new ScriptedSource(IntStream.range(0, size).boxed().collect(Collectors.toList()));
  }

  /** These elements, which have no ids, so that equal ones are different elements. */
  static ScriptedSource withoutIds(Integer... elements) {
    ScriptedSource source = new ScriptedSource(new ArrayList<>(List.of(elements)));
    source.hasIds = false;
    return source;
  }

  /** Of any size, capped or not, and with a word about the cap or not. */
  static ScriptedSource random(SplittableRandom random) {
    ScriptedSource source = ofSize(random.nextInt(150));
    source.cap = random.nextBoolean() ? 1 + random.nextInt(25) : Integer.MAX_VALUE;
    source.saysSize = random.nextBoolean();
    return source;
  }

  /**
   * Somebody else deletes anywhere, or creates at the end; both at once may cancel out.
   *
   * @param created the next number that is not taken
   */
  void change(SplittableRandom random, int[] created, boolean deletes) {
    int number = 1 + random.nextInt(6);
    if (deletes && random.nextInt(3) > 0) {
      for (int i = 0; i < number && !elements.isEmpty(); i++) {
        elements.remove(/* index */ random.nextInt(elements.size()));
      }
    } else {
      for (int i = 0; i < number; i++) {
        elements.add(created[0]++);
      }
    }
  }

  Paged<Integer> paged(int pageSize, long offset) {
    return new WalkedListing<>(this, Walk.standard().withPageSize(pageSize).withOffset(offset));
  }

  Paged<Integer> paged(int pageSize) {
    return paged(pageSize, 0);
  }

  @Override
  public ReceivedPage<Integer> fetch(long number, int size) {
    requests.add(number + "x" + size);
    beforeRequest.accept(requests.size());
    int rows = Math.min(size, cap);
    long start = repeatsFirstPage ? 0 : (number - 1) * rows;
    int from = (int) Math.min(start, elements.size());
    List<Integer> items = elements.subList(from, Math.min(from + rows, elements.size()));
    return ReceivedPage.of(
        items,
        saysTotal ? OptionalLong.of(elements.size() + totalError) : OptionalLong.empty(),
        saysSize ? OptionalInt.of(rows) : OptionalInt.empty());
  }

  @Override
  public Object key(Integer item) {
    return item;
  }

  @Override
  public boolean hasId(Integer item) {
    return hasIds;
  }

  @Override
  public Executor executor() {
    return executor;
  }

  @Override
  public URI uri() {
    return URI.create("https://acme.example/things");
  }
}
