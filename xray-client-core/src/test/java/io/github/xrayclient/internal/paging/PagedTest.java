package io.github.xrayclient.internal.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.xrayclient.error.XrayDecodeException;
import io.github.xrayclient.paging.Paged;
import io.github.xrayclient.paging.PagedIterator;
import io.github.xrayclient.testsupport.Thorough;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class PagedTest {
  static IntStream runs() {
    return IntStream.range(0, Thorough.count(300, 3000));
  }

  private static List<Integer> upTo(int size) {
    return IntStream.range(0, size).boxed().collect(Collectors.toList());
  }

  private static List<Integer> all(Iterable<Integer> listing) {
    List<Integer> all = new ArrayList<>();
    listing.forEach(all::add);
    return all;
  }

  private static Paged<Integer> answering(
      int pageSize, BiFunction<Long, Integer, ReceivedPage<Integer>> server) {
    WalkedSource<Integer> source = new WalkedSource<>() {
      @Override
      public ReceivedPage<Integer> fetch(long number, int size) {
        return server.apply(number, size);
      }

      @Override
      public Object key(Integer item) {
        return item;
      }

      @Override
      public URI uri() {
        return URI.create("https://acme.example/things");
      }
    };
    return new WalkedListing<>(source, Walk.standard().withPageSize(pageSize));
  }

  @Nested
  class Walking {
    @ParameterizedTest
    @CsvSource({"0,10,1", "1,10,1", "9,10,1", "10,10,1", "11,10,2", "37,10,4", "40,10,4", "3,1,3"})
    void givesEveryElementOnceInAsFewRequestsAsThereArePages(int size, int page, int requests) {
      ScriptedSource source = ScriptedSource.ofSize(size);

      assertThat(all(source.paged(page))).isEqualTo(upTo(size));

      assertThat(source.requests).hasSize(requests);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void followsAServerThatCapsThePageSize(boolean saysSize) {
      ScriptedSource source = ScriptedSource.ofSize(37);
      source.cap = 10;
      source.saysSize = saysSize;

      assertThat(all(source.paged(100))).isEqualTo(upTo(37));

      assertThat(source.requests).hasSize(4);
    }

    @Test
    void askedForNothingSendsNothing() {
      ScriptedSource source = ScriptedSource.ofSize(5);

      Paged<Integer> listing = source.paged(2);
      assertThat(listing.iterator()).isNotNull();
      assertThat(listing.pages().iterator()).isNotNull();
      Stream<Integer> unused = listing.stream().map(i -> i + 1);

      assertThat(source.requests).isEmpty();
    }

    @Test
    void fetchesAPageOnlyWhenItsFirstElementIsNeeded() {
      ScriptedSource source = ScriptedSource.ofSize(5);
      Iterator<Integer> iterator = source.paged(2).iterator();

      iterator.next();
      assertThat(source.requests).hasSize(1);
      iterator.next();
      assertThat(source.requests).hasSize(1);
      iterator.next();
      assertThat(source.requests).hasSize(2);
    }

    @Test
    void stopsAskingWhenTheStreamNeedsNoMore() {
      ScriptedSource source = ScriptedSource.ofSize(100);

      assertThat(source.paged(10).stream().limit(3)).containsExactly(0, 1, 2);

      assertThat(source.requests).hasSize(1);
    }

    @Test
    void isRepeatable() {
      ScriptedSource source = ScriptedSource.ofSize(5);
      Paged<Integer> listing = source.paged(2);

      assertThat(all(listing)).isEqualTo(all(listing)).hasSize(5);
    }

    @Test
    void endsWithNoSuchElement() {
      Iterator<Integer> iterator = ScriptedSource.ofSize(0).paged(2).iterator();

      assertThat(iterator.hasNext()).isFalse();
      assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(iterator::next);
    }

    @Test
    void asksOnceMoreNeitherAfterTheEndNorAfterHasNext() {
      ScriptedSource source = ScriptedSource.ofSize(2);
      Iterator<Integer> iterator = source.paged(2).iterator();

      assertThat(iterator.hasNext()).isTrue();
      assertThat(iterator.hasNext()).isTrue();
      iterator.next();
      iterator.next();
      assertThat(iterator.hasNext()).isFalse();
      assertThat(iterator.hasNext()).isFalse();

      assertThat(source.requests).hasSize(1);
    }

    @Test
    void throwsWhereThePageWasNeededAndGivesWhatCameBefore() {
      ScriptedSource source = ScriptedSource.ofSize(5);
      source.beforeRequest = number -> {
        if (number == 2) {
          throw new XrayDecodeException("GET", source.uri(), "broken", "$", "", null);
        }
      };
      Iterator<Integer> iterator = source.paged(2).iterator();

      assertThat(iterator.next()).isZero();
      assertThat(iterator.next()).isEqualTo(1);
      assertThatExceptionOfType(XrayDecodeException.class).isThrownBy(iterator::next);
    }

    @Test
    void goesOnAfterAFailureThatWasCaught() {
      ScriptedSource source = ScriptedSource.ofSize(5);
      source.beforeRequest = number -> {
        if (number == 2) {
          throw new XrayDecodeException("GET", source.uri(), "broken", "$", "", null);
        }
      };
      Iterator<Integer> iterator = source.paged(2).iterator();
      List<Integer> got = new ArrayList<>(List.of(iterator.next(), iterator.next()));
      assertThatExceptionOfType(XrayDecodeException.class).isThrownBy(iterator::hasNext);

      iterator.forEachRemaining(got::add);

      assertThat(got).isEqualTo(upTo(5));
    }

    @Test
    void knowsAListingThatComesWhole() {
      Paged<Integer> listing =
          answering(2, (number, size) -> ReceivedPage.complete(List.of(1, 2, 3)));

      assertThat(all(listing)).containsExactly(1, 2, 3);
      assertThat(listing.total()).isEqualTo(3);
      assertThat(listing.first()).hasValue(1);
    }

    @Test
    void goesOnWithoutATotalUntilAPageIsShort() {
      ScriptedSource source = ScriptedSource.ofSize(25);
      source.saysTotal = false;

      assertThat(all(source.paged(10))).isEqualTo(upTo(25));
      assertThat(source.requests).hasSize(3);
    }

    @Test
    void followsACapWithoutATotal() {
      ScriptedSource source = ScriptedSource.ofSize(25);
      source.saysTotal = false;
      source.cap = 10;

      assertThat(all(source.paged(100))).isEqualTo(upTo(25));
    }
  }

  @Nested
  class Lies {
    @Test
    void ofARepeatedFirstPageEndInAnError() {
      ScriptedSource source = ScriptedSource.ofSize(37);
      Paged<Integer> listing = answering(10, (number, size) -> source.fetch(1, size));

      assertThatExceptionOfType(XrayDecodeException.class)
          .isThrownBy(() -> all(listing))
          .withMessageContainingAll("https://acme.example/things", "repeats");
      assertThat(source.requests).hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void ofATotalTooHighEndInAnError() {
      ScriptedSource source = ScriptedSource.ofSize(37);
      source.totalError = 13;

      assertThatExceptionOfType(XrayDecodeException.class)
          .isThrownBy(() -> all(source.paged(10)))
          .withMessageContaining("50");
      assertThat(source.requests).hasSizeLessThanOrEqualTo(5);
    }

    @Test
    void ofATotalTooHighByFullPagesEndInAnError() {
      ScriptedSource source = ScriptedSource.ofSize(40);
      source.totalError = 1;

      assertThatExceptionOfType(XrayDecodeException.class).isThrownBy(() -> all(source.paged(10)));
      assertThat(source.requests).hasSizeLessThanOrEqualTo(6);
    }

    @Test
    void ofAnEmptyFirstPageEndInAnError() {
      Paged<Integer> listing = answering(
          10,
          (number, size) -> ReceivedPage.of(List.of(), OptionalLong.of(3), OptionalInt.of(size)));

      assertThatExceptionOfType(XrayDecodeException.class).isThrownBy(() -> all(listing));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 5, -1})
    void ofATotalBelowThePageItselfAreNoQuietEnd(long claimed) {
      ScriptedSource source = ScriptedSource.ofSize(37);
      source.totalError = claimed - 37;

      List<Integer> got;
      try {
        got = all(source.paged(10));
      } catch (XrayDecodeException noticed) {
        return;
      }

      assertThat(got).isEqualTo(upTo(37));
    }

    @Test
    void ofOverlappingPagesAreNoQuietEnd() {
      Paged<Integer> listing = answering(10, (number, size) -> {
        int from = number == 1 ? 0 : 5;
        return ReceivedPage.of(
            upTo(20).subList(from, from + 10), OptionalLong.of(20), OptionalInt.of(size));
      });

      List<Integer> got;
      try {
        got = all(listing);
      } catch (XrayDecodeException noticed) {
        return;
      }

      assertThat(got).isEqualTo(upTo(20));
    }

    @Test
    void ofACapThatNobodySpeaksOfAreNoQuietEnd() {
      ScriptedSource source = ScriptedSource.ofSize(37);
      source.cap = 10;
      source.saysSize = false;
      source.saysTotal = false;

      assertThat(all(source.paged(100))).isEqualTo(upTo(37));
    }

    @Test
    void neverMakeAWalkEndless() {
      Random random = new Random(7);
      int[] requests = {0};
      Paged<Integer> listing = answering(10, (number, size) -> {
        requests[0]++;
        return ReceivedPage.of(
            upTo(10), OptionalLong.of(50 + random.nextInt(1000)), OptionalInt.of(size));
      });

      assertThatExceptionOfType(XrayDecodeException.class).isThrownBy(() -> all(listing));
      assertThat(requests[0]).isLessThan(100);
    }
  }

  @Nested
  class Resuming {
    @ParameterizedTest
    @CsvSource({"10,1000", "10,4", "100,10", "100,7", "1,1000", "37,37", "38,3"})
    void givesTheRestFromEveryOffset(int pageSize, int cap) {
      for (int offset = 0; offset <= 40; offset++) {
        ScriptedSource source = ScriptedSource.ofSize(37);
        source.cap = cap;

        List<Integer> rest = all(source.paged(pageSize, offset));

        assertThat(rest)
            .as("from %s", offset)
            .isEqualTo(upTo(37).subList(Math.min(offset, 37), 37));
      }
    }

    @ParameterizedTest
    @CsvSource({"10,4", "100,10", "30,7", "20,10"})
    void givesTheRestAlsoWhenTheServerIsSilentOnItsCap(int pageSize, int cap) {
      for (int offset = 0; offset <= 40; offset++) {
        ScriptedSource source = ScriptedSource.ofSize(37);
        source.cap = cap;
        source.saysSize = false;

        List<Integer> rest = all(source.paged(pageSize, offset));

        assertThat(rest)
            .as("from %s", offset)
            .isEqualTo(upTo(37).subList(Math.min(offset, 37), 37));
      }
    }

    @ParameterizedTest
    @CsvSource({"10,1000", "100,10", "7,3"})
    void knowsTheOffsetBeforeAndAfterEveryElement(int pageSize, int cap) {
      ScriptedSource source = ScriptedSource.ofSize(37);
      source.cap = cap;
      PagedIterator<Integer> iterator = source.paged(pageSize, 3).iterator();

      for (int next = 3; next < 37; next++) {
        assertThat(iterator.offset()).isEqualTo(next);
        assertThat(iterator.hasNext()).isTrue();
        assertThat(iterator.offset()).isEqualTo(next);
        assertThat(iterator.next()).isEqualTo(next);
      }
      assertThat(iterator.offset()).isEqualTo(37);
      assertThat(iterator.hasNext()).isFalse();
      assertThat(iterator.offset()).isEqualTo(37);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 9, 10, 11, 36, 37})
    void goesOnWhereAnotherWalkStopped(int taken) {
      PagedIterator<Integer> first = ScriptedSource.ofSize(37).paged(10).iterator();
      List<Integer> got = new ArrayList<>();
      for (int i = 0; i < taken; i++) {
        got.add(first.next());
      }

      got.addAll(all(ScriptedSource.ofSize(37).paged(8, first.offset())));

      assertThat(got).isEqualTo(upTo(37));
    }

    @Test
    void asksForNoPageBeforeTheOneNeeded() {
      ScriptedSource source = ScriptedSource.ofSize(37);

      all(source.paged(10, 25));

      assertThat(source.requests).containsExactly("3x10", "4x10");
    }

    @Test
    void refusesWhatIsNoOffsetOrSize() {
      Walk walk = Walk.standard();

      assertThatIllegalArgumentException()
          .isThrownBy(() -> walk.withOffset(-1))
          .withMessageContainingAll("offset", "-1");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> walk.withPageSize(0))
          .withMessageContainingAll("pageSize", "0");
    }
  }

  @Nested
  class First {
    @Test
    void asksForOneElementAlone() {
      ScriptedSource source = ScriptedSource.ofSize(37);

      assertThat(source.paged(10).first()).hasValue(0);

      assertThat(source.requests).containsExactly("1x1");
    }

    @Test
    void isTheOneAtTheOffset() {
      assertThat(ScriptedSource.ofSize(37).paged(10, 12).first()).hasValue(12);
    }

    @Test
    void isEmptyWhenThereIsNone() {
      assertThat(ScriptedSource.ofSize(0).paged(10).first()).isEmpty();
      assertThat(ScriptedSource.ofSize(3).paged(10, 3).first()).isEmpty();
    }
  }

  @Nested
  class Total {
    @Test
    void isWhatOneSmallAnswerSays() {
      ScriptedSource source = ScriptedSource.ofSize(37);

      assertThat(source.paged(10, 5).total()).isEqualTo(37);

      assertThat(source.requests).containsExactly("1x1");
    }

    @Test
    void isAnErrorWhenTheServerDoesNotSay() {
      ScriptedSource source = ScriptedSource.ofSize(37);
      source.saysTotal = false;

      assertThatExceptionOfType(XrayDecodeException.class)
          .isThrownBy(() -> source.paged(10).total())
          .withMessageContaining("total");
    }
  }

  @Nested
  class Pages {
    @Test
    void areThePagesOfTheServer() {
      ScriptedSource source = ScriptedSource.ofSize(5);
      List<List<Integer>> pages = new ArrayList<>();

      source.paged(2).pages().forEach(pages::add);

      assertThat(pages).containsExactly(List.of(0, 1), List.of(2, 3), List.of(4));
      assertThat(source.requests).hasSize(3);
    }

    @Test
    void areNoneForAnEmptyListing() {
      assertThat(ScriptedSource.ofSize(0).paged(2).pages()).isEmpty();
    }

    @Test
    void cannotBeChanged() {
      List<Integer> page = ScriptedSource.ofSize(5).paged(2).pages().iterator().next();

      assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> page.add(1));
    }

    @Test
    void beginAtTheOffset() {
      List<List<Integer>> pages = new ArrayList<>();

      ScriptedSource.ofSize(5).paged(2, 1).pages().forEach(pages::add);

      assertThat(pages).containsExactly(List.of(1), List.of(2, 3), List.of(4));
    }
  }

  /** Somebody else deletes or creates between the pages. */
  @Nested
  class Changes {
    @Test
    void thatDeleteBeforeThePositionMissNothing() {
      ScriptedSource source = ScriptedSource.ofSize(30);
      source.beforeRequest = number -> {
        if (number == 2) {
          source.elements.subList(0, 5).clear();
        }
      };

      assertThat(all(source.paged(10))).isEqualTo(upTo(30));
    }

    @Test
    void thatDeleteAllTheRestEndTheWalk() {
      ScriptedSource source = ScriptedSource.ofSize(30);
      source.beforeRequest = number -> {
        if (number == 2) {
          source.elements.subList(10, 30).clear();
        }
      };

      assertThat(all(source.paged(10))).isEqualTo(upTo(10));
    }

    @Test
    void thatDeleteEverythingEndTheWalk() {
      ScriptedSource source = ScriptedSource.ofSize(30);
      source.beforeRequest = number -> {
        if (number == 3) {
          source.elements.clear();
        }
      };

      assertThat(all(source.paged(10))).isEqualTo(upTo(20));
    }

    @ParameterizedTest
    @MethodSource("io.github.xrayclient.internal.paging.PagedTest#runs")
    void missNothingThatExistedAllAlongAndGiveNothingTwice(int run) {
      Random random = new Random(run);
      int size = random.nextInt(120);
      ScriptedSource source = ScriptedSource.ofSize(size);
      source.cap = random.nextBoolean() ? 1 + random.nextInt(20) : Integer.MAX_VALUE;
      source.saysSize = random.nextBoolean();
      boolean deletes = random.nextInt(4) > 0;
      int[] created = {size};
      source.beforeRequest = number -> {
        if (number == 1 || number > 40 || random.nextInt(3) > 0) {
          return;
        }
        int changes = 1 + random.nextInt(6);
        if (deletes && random.nextInt(3) > 0) {
          for (int i = 0; i < changes && !source.elements.isEmpty(); i++) {
            source.elements.remove(/* index */ random.nextInt(source.elements.size()));
          }
        } else {
          for (int i = 0; i < changes; i++) {
            source.elements.add(created[0]++);
          }
        }
      };

      List<Integer> got = all(source.paged(1 + random.nextInt(30)));

      assertThat(got).doesNotHaveDuplicates();
      Set<Integer> allAlong = new HashSet<>(upTo(size));
      allAlong.retainAll(source.elements);
      assertThat(got).containsAll(allAlong);
    }

    @ParameterizedTest
    @MethodSource("io.github.xrayclient.internal.paging.PagedTest#runs")
    void leaveTheOffsetWhereTheRestCanBeReadFrom(int run) {
      Random random = new Random(run);
      ScriptedSource source = ScriptedSource.ofSize(20 + random.nextInt(60));
      source.beforeRequest = number -> {
        if (number > 1 && number < 8 && !source.elements.isEmpty() && random.nextBoolean()) {
          source.elements.remove(/* index */ random.nextInt(source.elements.size()));
        }
      };
      int pageSize = 1 + random.nextInt(12);
      PagedIterator<Integer> iterator = source.paged(pageSize).iterator();
      Set<Integer> got = new HashSet<>();
      int taken = random.nextInt(source.elements.size());
      for (int i = 0; i < taken && iterator.hasNext(); i++) {
        got.add(iterator.next());
      }
      source.beforeRequest = number -> {};

      got.addAll(all(source.paged(pageSize, iterator.offset())));

      assertThat(got).containsAll(source.elements);
    }
  }
}
