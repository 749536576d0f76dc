package io.github.xrayclient.internal.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.xrayclient.error.XrayDecodeException;
import io.github.xrayclient.paging.Paged;
import io.github.xrayclient.paging.PagedIterator;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** However a listing changes or lies, a walk takes a bounded number of requests. */
@Timeout(20)
class ShrinkingListingTest {
  /** A server that answers each request as a test says; counts the requests. */
  private static class Server extends WalkedSource<Long> {
    private final LongFunction<List<Long>> elements; // by the offset
    private final LongFunction<OptionalLong> total; // by the number of the request
    private int requests;

    Server(LongFunction<List<Long>> elements, LongFunction<OptionalLong> total) {
      this.elements = elements;
      this.total = total;
    }

    @Override
    public ReceivedPage<Long> fetch(long number, int size) {
      requests++;
      List<Long> items = elements.apply((number - 1) * size);
      return ReceivedPage.of(
          items.subList(0, Math.min(size, items.size())),
          total.apply(requests),
          OptionalInt.of(size));
    }

    @Override
    public Object key(Long item) {
      return item;
    }

    @Override
    public URI uri() {
      return URI.create("https://acme.example/things");
    }

    Paged<Long> paged(int pageSize, long offset) {
      return new WalkedListing<>(
          Server.this, Walk.standard().withPageSize(pageSize).withOffset(offset));
    }
  }

  private static List<Long> from(long first, int number) {
    return LongStream.range(first, first + number).boxed().collect(Collectors.toList());
  }

  private static long allowed(long total, int pageSize) {
    return 3 * ((total + pageSize - 1) / pageSize) / 2 + 10;
  }

  @Nested
  class ATotalThatShrinksWithEveryAnswer {
    @ParameterizedTest
    @CsvSource({
      "1000000,100,0,0",
      "100000,100,0,2",
      "5000,100,0,0",
      "5000,1,0,0",
      "300,10,120,0",
      "1000,10,990,1"
    })
    void isAnErrorWithinTheBound(int first, int pageSize, long offset, int prefetch) {
      Server server =
          new Server(begin -> from(begin, pageSize), request -> OptionalLong.of(first - request));

      assertThatExceptionOfType(XrayDecodeException.class)
          .isThrownBy(() -> server.paged(pageSize, offset).prefetch(prefetch).forEach(item -> {}))
          .withMessageContaining("https://acme.example/things");
      assertThat(server.requests).isLessThanOrEqualTo((int) allowed(first - 1, pageSize));
    }

    @Test
    void saysWhatIsWrong() {
      Server server =
          new Server(begin -> from(begin, 10), request -> OptionalLong.of(10_001 - request));

      assertThatExceptionOfType(XrayDecodeException.class)
          .isThrownBy(() -> server.paged(10, 0).forEach(item -> {}))
          .withMessageContainingAll("1510 requests", "10000 elements", "pages of at least 10");
      assertThat(server.requests).isEqualTo(1510);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void losesNothingThatStaysIfTheElementsAreDeletedIndeed(boolean atTheBegin) {
      ScriptedSource source = ScriptedSource.ofSize(150);
      source.beforeRequest = number -> {
        if (number > 1) {
          source.elements.remove(/* index */ atTheBegin ? 0 : source.elements.size() - 1);
        }
      };
      List<Integer> got = new ArrayList<>();

      source.paged(10).forEach(got::add);

      assertThat(got).isSorted().doesNotHaveDuplicates().containsAll(source.elements);
      assertThat(source.requests).hasSizeLessThanOrEqualTo((int) allowed(150, 10));
    }
  }

  @Nested
  class ATotalThatShrankOnce {
    @Test
    void hasThePreviousPageReadAgain() {
      ScriptedSource source = ScriptedSource.ofSize(40);
      source.beforeRequest = number -> {
        if (number == 3) {
          source.elements.subList(0, 4).clear();
        }
      };
      List<Integer> got = new ArrayList<>();

      source.paged(10).forEach(got::add);

      assertThat(got).isSorted().hasSize(40);
      assertThat(source.requests).containsExactly("1x10", "2x10", "3x10", "2x10", "4x10");
    }

    @Test
    void leavesAnOffsetFromWhichNothingIsMissed() {
      ScriptedSource source = ScriptedSource.ofSize(40);
      source.beforeRequest = number -> {
        if (number == 3) {
          source.elements.subList(0, 4).clear();
        }
      };
      PagedIterator<Integer> iterator = source.paged(10).iterator();
      List<Integer> got = new ArrayList<>();
      for (int i = 0; i < 22; i++) {
        got.add(iterator.next());
      }

      source.paged(10, iterator.offset()).forEach(got::add);

      assertThat(got).isSorted().hasSize(40).doesNotHaveDuplicates();
    }

    @Test
    void byManyPagesIsFollowedToTheBegin() {
      ScriptedSource source = ScriptedSource.ofSize(200);
      source.beforeRequest = number -> {
        if (number == 11) {
          source.elements.subList(0, 100).clear();
        }
      };
      List<Integer> got = new ArrayList<>();

      source.paged(10).forEach(got::add);

      assertThat(got).isSorted().hasSize(200);
      assertThat(source.requests).hasSizeLessThanOrEqualTo((int) allowed(200, 10));
    }
  }

  @Nested
  class PagesWithoutANewElement {
    /** After the first page, so many that hold nothing new, with a total that grows meanwhile. */
    private Server stuttering(int fruitless) {
      long[] answers = {0};
      return new Server(
          begin -> {
            answers[0]++;
            boolean repeats = answers[0] > 1 && answers[0] <= 1 + fruitless;
            return repeats ? from(0, 10) : from(begin, 10);
          },
          // growing and shrinking totals have the previous page read again
          request -> OptionalLong.of(request == 1 ? 100 : 100 - request));
    }

    @Test
    void areAtMostThreeInARow() {
      Server server = stuttering(1_000);

      assertThatExceptionOfType(XrayDecodeException.class)
          .isThrownBy(() -> server.paged(10, 0).forEach(item -> {}));
      assertThat(server.requests).isLessThanOrEqualTo(5);
    }

    @Test
    void endTheWalkAgainIfTheCallerGoesOnAllTheSame() {
      Server server = stuttering(1_000);
      PagedIterator<Long> iterator = server.paged(10, 0).iterator();
      assertThatThrownBy(() -> iterator.forEachRemaining(item -> {}));
      int requests = server.requests;

      for (int i = 0; i < 50; i++) {
        assertThat(catchThrowable(iterator::hasNext)).isInstanceOf(XrayDecodeException.class);
      }

      assertThat(server.requests).isLessThanOrEqualTo(requests + 4);
    }

    @Test
    void mayBePagesOfElementsThatAreGone() {
      Server server = new Server(begin -> from(begin, 10), request -> OptionalLong.of(100)) {
        @Override
        public boolean isLeftOut(Long item) {
          return item < 90;
        }
      };
      List<Long> got = new ArrayList<>();

      server.paged(10, 0).forEach(got::add);

      assertThat(got).isEqualTo(from(90, 10));
    }
  }

  @Nested
  class WithoutATotal {
    @Test
    void theWalkGoesOnWhileEachPageBringsSomethingNew() {
      Server server =
          new Server(begin -> from(begin, begin < 5_000 ? 10 : 3), request -> OptionalLong.empty());

      assertThat(server.paged(10, 0).stream().count()).isEqualTo(5_003);
      assertThat(server.requests).isEqualTo(501);
    }

    @Test
    void aRepeatedPageIsAnError() {
      Server server =
          new Server(begin -> from(begin < 50 ? begin : 40, 10), request -> OptionalLong.empty());

      assertThatExceptionOfType(XrayDecodeException.class)
          .isThrownBy(() -> server.paged(10, 0).forEach(item -> {}))
          .withMessageContaining("repeats");
      assertThat(server.requests).isEqualTo(6);
    }

    @Test
    void aListingThatCreepsIsAnErrorWithinTheBoundOfWhatItShowed() {
      long[] answers = {0};
      Server server = new Server( // one new element a page
          begin -> from(answers[0]++, 100), request -> OptionalLong.empty());

      assertThatExceptionOfType(XrayDecodeException.class)
          .isThrownBy(() -> server.paged(100, 0).forEach(item -> {}))
          .withMessageContaining("requests");
      assertThat(server.requests).isEqualTo((int) allowed(111, 100));
    }
  }
}
