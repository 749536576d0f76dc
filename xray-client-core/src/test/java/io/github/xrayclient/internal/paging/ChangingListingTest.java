package io.github.xrayclient.internal.paging;

import static org.assertj.core.api.Assertions.assertThat;

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

/** Others create at the end and delete anywhere while pages of a listing are fetched ahead. */
@Timeout(60)
class ChangingListingTest {
  private static final int RUNS_OF_A_BLOCK = 100;

  static IntStream blocks() {
    return IntStream.range(0, Thorough.count(6, 60));
  }

  private static void each(int block, IntConsumer run) {
    IntStream.range(block * RUNS_OF_A_BLOCK, (block + 1) * RUNS_OF_A_BLOCK).forEach(run);
  }

  @ParameterizedTest
  @MethodSource("blocks")
  void giveNothingTwiceThoughPagesAreFetchedAhead(int block) {
    each(block, ChangingListingTest::readAhead);
  }

  private static void readAhead(int run) {
    SplittableRandom random = new SplittableRandom(run);
    ScriptedSource source = ScriptedSource.random(random);
    int before = source.elements.size();
    int[] created = {before};
    boolean deletes = random.nextInt(4) > 0;
    SplittableRandom changes = random.split();
    source.beforeRequest = number -> {
      if (number > 1 && number < 60 && changes.nextInt(3) == 0) {
        source.change(changes, created, deletes);
      }
    };
    List<Integer> got = new ArrayList<>();

    source.paged(1 + random.nextInt(40)).prefetch(1 + random.nextInt(4)).forEach(got::add);

    assertThat(got).as("run %d", run).doesNotHaveDuplicates();
    Set<Integer> allAlong = new HashSet<>();
    IntStream.range(0, before).filter(source.elements::contains).forEach(allAlong::add);
    assertThat(got).as("run %d", run).containsAll(allAlong);
  }
}
