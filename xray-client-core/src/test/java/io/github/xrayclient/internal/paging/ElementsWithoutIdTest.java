package io.github.xrayclient.internal.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.xrayclient.error.XrayDecodeException;
import io.github.xrayclient.paging.PagedIterator;
import io.github.xrayclient.testsupport.Thorough;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Elements without an id: equal ones are different elements. */
class ElementsWithoutIdTest {
  private static List<Integer> read(ScriptedSource source, int pageSize) {
    return source.paged(pageSize).stream().collect(Collectors.toList());
  }

  static IntStream rounds() {
    return IntStream.range(0, Thorough.count(30, 2_000));
  }

  @Nested
  class ThatAreEqual {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 10})
    void areAllGiven(int pageSize) {
      ScriptedSource source = ScriptedSource.withoutIds(7, 7, 7, 7, 8, 7);

      assertThat(read(source, pageSize)).containsExactly(7, 7, 7, 7, 8, 7);
    }

    @Test
    void areAllGivenIfWholePagesAreEqual() {
      ScriptedSource source = ScriptedSource.withoutIds(1, 2, 1, 2, 1, 2);

      assertThat(read(source, 2)).containsExactly(1, 2, 1, 2, 1, 2);
      assertThat(source.requests).containsExactly("1x2", "2x2", "4x2", "3x2");
    }

    @Test
    void areAllGivenFromAnOffset() {
      ScriptedSource source = ScriptedSource.withoutIds(7, 7, 7, 7, 7);

      PagedIterator<Integer> iterator = source.paged(2, 1).iterator();
      List<Integer> got = new ArrayList<>();
      iterator.forEachRemaining(got::add);

      assertThat(got).containsExactly(7, 7, 7, 7);
      assertThat(iterator.offset()).isEqualTo(5);
    }

    @Test
    void areAllGivenIfTheServerLimitsThePage() {
      ScriptedSource source = ScriptedSource.withoutIds(7, 7, 7, 7, 7);
      source.cap = 2;
      source.saysSize = false;

      assertThat(read(source, 100)).containsExactly(7, 7, 7, 7, 7);
    }

    @ParameterizedTest
    @MethodSource("io.github.xrayclient.internal.paging.ElementsWithoutIdTest#rounds")
    void areAllGivenInAnyListing(int round) {
      SplittableRandom random = new SplittableRandom(round);
      Integer[] elements = IntStream.range(0, random.nextInt(60))
          .mapToObj(index -> random.nextInt(1 + random.nextInt(4)))
          .toArray(Integer[]::new);
      ScriptedSource source = ScriptedSource.withoutIds(elements);
      source.cap = random.nextBoolean() ? 1 + random.nextInt(10) : Integer.MAX_VALUE;

      assertThat(read(source, 1 + random.nextInt(12))).containsExactly(elements);
    }
  }

  @Nested
  class ThatAreSentTwice {
    @Test
    void areGivenOnceIfNewOnesMoveThemBack() {
      ScriptedSource source = ScriptedSource.withoutIds(1, 2, 3, 4);
      source.beforeRequest = number -> {
        if (number == 2) {
          source.elements.add(0, 9);
        }
      };

      assertThat(read(source, 2)).containsExactly(1, 2, 3, 4);
    }

    @Test
    void areGivenOnceIfThePageBeforeIsReadAgain() {
      ScriptedSource source = ScriptedSource.withoutIds(1, 2, 3, 4, 5, 6);
      source.beforeRequest = number -> {
        if (number == 2) {
          source.elements.remove(/* index */ 0);
        }
      };

      assertThat(read(source, 2)).containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    void areNotMistakenForEqualOnesThatFollow() {
      ScriptedSource source = ScriptedSource.withoutIds(1, 7, 2, 7, 3, 7);
      source.beforeRequest = number -> {
        if (number == 2) {
          source.elements.remove(/* index */ 0);
        }
      };

      assertThat(read(source, 2)).containsExactly(1, 7, 2, 7, 3, 7);
    }

    @ParameterizedTest
    @MethodSource("io.github.xrayclient.internal.paging.ElementsWithoutIdTest#rounds")
    void areGivenOnceIfTheyAllDiffer(int round) {
      SplittableRandom random = new SplittableRandom(round);
      ScriptedSource source = ScriptedSource.ofSize(random.nextInt(100));
      source.hasIds = false;
      int[] created = {1_000};
      boolean deletes = random.nextBoolean();
      source.beforeRequest = number -> {
        if (number % 3 == 0 && number < 20) {
          source.change(random, created, deletes);
        }
      };
      List<Integer> atFirst = List.copyOf(source.elements);

      List<Integer> got = read(source, 5 + random.nextInt(20));

      atFirst.stream().filter(source.elements::contains).forEach(kept -> {
        assertThat(got).contains(kept);
      });
      assertThat(got).doesNotHaveDuplicates();
    }
  }

  @Nested
  class OnARepeatedPage {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void areAnError(int pageSize) {
      ScriptedSource source = ScriptedSource.withoutIds(1, 2, 3, 4, 5, 6);
      source.repeatsFirstPage = true;

      assertThatExceptionOfType(XrayDecodeException.class)
          .isThrownBy(() -> read(source, pageSize))
          .withMessageContaining("page 2 repeats elements of earlier pages");
    }

    @Test
    void areAnErrorAgainForACallerWhoGoesOn() {
      ScriptedSource source = ScriptedSource.withoutIds(1, 2, 3, 4, 5, 6);
      source.repeatsFirstPage = true;
      PagedIterator<Integer> iterator = source.paged(2).iterator();
      iterator.next();
      iterator.next();

      for (int i = 0; i < 3; i++) {
        assertThatExceptionOfType(XrayDecodeException.class).isThrownBy(iterator::hasNext);
      }
    }

    @Test
    void areAnErrorIfTheServerSendsNoTotal() {
      ScriptedSource source = ScriptedSource.withoutIds(1, 2, 3, 4, 5, 6);
      source.repeatsFirstPage = true;
      source.saysTotal = false;

      assertThatExceptionOfType(XrayDecodeException.class)
          .isThrownBy(() -> read(source, 2))
          .withMessageContaining("repeats elements");
    }
  }
}
