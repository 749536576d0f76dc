package io.github.xrayclient.internal.paging;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xrayclient.paging.Paged;
import io.github.xrayclient.paging.PagedIterator;
import io.github.xrayclient.testsupport.Thorough;
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
    return IntStream.range(0, Thorough.count(20, 200));
  }

  private static void each(int block, IntConsumer run) {
    IntStream.range(block * RUNS_OF_A_BLOCK, (block + 1) * RUNS_OF_A_BLOCK).forEach(run);
  }

  @ParameterizedTest
  @MethodSource("blocks")
  void missNothingThatExistedAllAlong(int block) {
    each(block, ResumedListingTest::readInSittings);
  }

  private static void readInSittings(int run) {
    SplittableRandom random = new SplittableRandom(run);
    ScriptedSource source = ScriptedSource.random(random);
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
          source.change(changes, created, deletes);
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
