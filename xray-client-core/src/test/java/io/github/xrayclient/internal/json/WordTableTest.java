package io.github.xrayclient.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xrayclient.watch.WatchFilterType;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WordTableTest {
  static IntStream seeds() {
    return IntStream.range(0, 100);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void findsWhatAMapFinds(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Map<String, WatchFilterType> map = IntStream.range(0, random.nextInt(1, 20))
        .mapToObj(i -> text(random))
        .distinct()
        .collect(
            Collectors.toMap(Function.identity(), WatchFilterType::of, (a, b) -> a, TreeMap::new));
    WordTable table = new WordTable(map.values());

    for (int i = 0; i < 200; i++) {
      String text = text(random);
      char[] among = ("<" + text + ">").toCharArray();
      assertThat(table.find(among, 1, text.length()))
          .as("seed %d, %s in %s", seed, text, map.keySet())
          .isSameAs(map.get(text));
    }
  }

  @Test
  void tellsCasesApart() {
    WordTable table = new WordTable(List.of(WatchFilterType.of("npm")));

    assertThat(table.find("NPM".toCharArray(), 0, 3)).isNull();
  }

  /** Short and of few letters, so that many share their first and last one. */
  private static String text(SplittableRandom random) {
    return random
        .ints(random.nextInt(5), 'a', 'd')
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }
}
