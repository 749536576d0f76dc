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

/** Others create at the end and delete anywhere while pages of a listing are fetched ahead. */
@Timeout(60)
class ChangingListingTest {
  private static final int RUNS_OF_A_BLOCK = 100;

  static IntStream blocks() {
    return IntStream.range(0, 6);
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
  void giveNothingTwiceThoughPagesAreFetchedAhead(int block) {
    each(block, ChangingListingTest::readAhead);
  }

  private static void readAhead(int run) {
    SplittableRandom random = new SplittableRandom(run);
    ScriptedSource source = source(random);
    int before = source.elements.size();
    int[] created = {before};
    boolean deletes = random.nextInt(4) > 0;
    SplittableRandom changes = random.split();
    source.beforeRequest = number -> {
      if (number > 1 && number < 60 && changes.nextInt(3) == 0) {
        change(changes, source, created, deletes);
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
