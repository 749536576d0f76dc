package io.github.xrayclient.paging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Others create at the end and delete anywhere while a listing is read in several sittings. */
@Timeout(60)
class ResumedListingTest {
  private static final int RUNS_OF_A_BLOCK = 100;

  static IntStream blocks() {
    return IntStream.range(0, 20);
  }

  private static void each(int block, IntConsumer run) {
    IntStream.range(block * RUNS_OF_A_BLOCK, (block + 1) * RUNS_OF_A_BLOCK).forEach(run);
  }

  /** One kind of change before a request; both at once may cancel out. */
  private static void change(
      SplittableRandom random, ScriptedSource source, int[] created, boolean deletes) {
    int number = 1 + random.nextInt(6);
    if (deletes && random.nextInt(3) > 0) {
      for (int i = 0; i < number && !source.elements.isEmpty(); i++) {
        source.elements.remove(random.nextInt(source.elements.size()));
      }
    } else {
      for (int i = 0; i < number; i++) {
        source.elements.add(created[0]++);
      }
    }
  }

  private static ScriptedSource source(SplittableRandom random) {
    ScriptedSource source = ScriptedSource.ofSize(random.nextInt(150));
    source.cap = random.nextBoolean() ? 1 + random.nextInt(25) : Integer.MAX_VALUE;
    source.saysSize = random.nextBoolean();
    return source;
  }

  @ParameterizedTest
  @MethodSource("blocks")
  void missNothingThatExistedAllAlong(int block) {
    each(block, ResumedListingTest::readInSittings);
  }

  private static void readInSittings(int run) {
    SplittableRandom random = new SplittableRandom(run);
    ScriptedSource source = source(random);
    int before = source.elements.size();
    int[] created = {before};
    boolean deletes = random.nextInt(4) > 0;
    int pageSize = 1 + random.nextInt(40);
    Set<Integer> got = new HashSet<>();
    long offset = 0;
    int[] requests = {0};

    boolean more = true;
    for (int sitting = 0; more && sitting < 50; sitting++) {
      int[] first = {requests[0] + 1};
      SplittableRandom changes = random.split();
      source.beforeRequest = number -> {
        requests[0] = number;
        if (number > first[0] && number < 60 && changes.nextInt(3) == 0) {
          change(changes, source, created, deletes);
        }
      };
      Paged<Integer> listing = source.paged(pageSize, offset);
      PagedIterator<Integer> iterator = listing.iterator();
      int take = 1 + random.nextInt(60);
      List<Integer> here = new ArrayList<>();
      while (here.size() < take && iterator.hasNext()) {
        here.add(iterator.next());
      }
      assertThat(here).as("run %d, sitting %d", run, sitting).doesNotHaveDuplicates();
      got.addAll(here);
      more = here.size() == take;
      offset = iterator.offset();
    }

    Set<Integer> allAlong = new HashSet<>();
    IntStream.range(0, before).filter(source.elements::contains).forEach(allAlong::add);
    assertThat(got).as("run %d", run).containsAll(allAlong);
  }
}
