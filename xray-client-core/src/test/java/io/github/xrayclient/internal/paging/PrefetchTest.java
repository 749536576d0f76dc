package io.github.xrayclient.internal.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.xrayclient.error.XrayTransportException;
import io.github.xrayclient.paging.Paged;
import io.github.xrayclient.paging.PagedIterator;
import io.github.xrayclient.testsupport.Thorough;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages that are fetched while the caller works. */
@Timeout(20)
class PrefetchTest {
  private final ExecutorService executor = Executors.newCachedThreadPool();

  @AfterEach
  void stop() {
    executor.shutdownNow();
  }

  static IntStream runs() {
    return IntStream.range(0, Thorough.count(300, 3000));
  }

  /** 0, 1, 2, … in pages, fetched on this test's executor, with a hook before each request. */
  private final class Source extends WalkedSource<Integer> {
    private final int size;
    private final AtomicInteger requests = new AtomicInteger();
    private final Semaphore begun = new Semaphore(0);
    private volatile IntConsumer before = number -> {};

    Source(int size) {
      this.size = size;
    }

    Paged<Integer> paged(int pageSize) {
      return new WalkedListing<>(Source.this, Walk.standard().withPageSize(pageSize));
    }

    @Override
    public ReceivedPage<Integer> fetch(long number, int rows) {
      int request = requests.incrementAndGet();
      begun.release();
      before.accept(request);
      int from = (int) Math.min((number - 1) * rows, size);
      List<Integer> items =
          IntStream.range(from, Math.min(from + rows, size)).boxed().collect(Collectors.toList());
      return ReceivedPage.of(items, OptionalLong.of(size), OptionalInt.of(rows));
    }

    @Override
    public Object key(Integer item) {
      return item;
    }

    @Override
    public URI uri() {
      return URI.create("https://acme.example/things");
    }

    @Override
    public ExecutorService executor() {
      return executor;
    }

    void awaitRequests(int number) throws InterruptedException {
      assertThat(begun.tryAcquire(number, 10, TimeUnit.SECONDS))
          .as("requests begun")
          .isTrue();
    }
  }

  private static List<Integer> upTo(int size) {
    return IntStream.range(0, size).boxed().collect(Collectors.toList());
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).as("the latch").isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Nested
  class Order {
    /** Elements with their offsets, or how the walk ended. */
    private List<String> read(Paged<Integer> listing) {
      List<String> read = new ArrayList<>();
      PagedIterator<Integer> iterator = listing.iterator();
      try {
        while (iterator.hasNext()) {
          long offset = iterator.offset();
          read.add(iterator.next() + " at " + offset);
        }
        read.add("end at " + iterator.offset());
      } catch (RuntimeException e) {
        read.add(e.toString());
      }
      return read;
    }

    private ScriptedSource source(int run) {
      SplittableRandom random = new SplittableRandom(run);
      ScriptedSource source = ScriptedSource.ofSize(random.nextInt(150));
      source.cap = random.nextBoolean() ? 1 + random.nextInt(20) : Integer.MAX_VALUE;
      source.saysSize = random.nextBoolean();
      source.saysTotal = random.nextInt(4) > 0;
      source.totalError = random.nextInt(6) == 0 ? random.nextInt(-5, 6) : 0;
      SplittableRandom changes = random.split();
      int[] created = {1_000};
      boolean moving = random.nextInt(3) == 0;
      source.beforeRequest = number -> {
        if (moving && number > 1 && number < 30 && changes.nextInt(3) == 0) {
          if (changes.nextBoolean() && !source.elements.isEmpty()) {
            source.elements.remove(/* index */ changes.nextInt(source.elements.size()));
          } else {
            source.elements.add(created[0]++);
          }
        }
      };
      return source;
    }

    @ParameterizedTest
    @MethodSource("io.github.xrayclient.internal.paging.PrefetchTest#runs")
    void isThatOfAWalkWithout(int run) {
      SplittableRandom random = new SplittableRandom(~run);
      int pageSize = 1 + random.nextInt(30);
      long offset = random.nextBoolean() ? random.nextInt(160) : 0;
      int pages = random.nextInt(6);
      ScriptedSource plain = source(run);
      ScriptedSource ahead = source(run);

      List<String> expected = read(plain.paged(pageSize, offset));
      List<String> actual = read(ahead.paged(pageSize, offset).prefetch(pages));

      String shape =
          "run " + run + ", pages of " + pageSize + " from " + offset + ", " + pages + " ahead";
      assertThat(actual).as(shape).isEqualTo(expected);
      assertThat(ahead.requests).as(shape).isEqualTo(plain.requests);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 100})
    void isThatOfThePages(int pages) {
      List<List<Integer>> all = new ArrayList<>();

      new Source(5).paged(2).prefetch(pages).pages().forEach(all::add);

      assertThat(all).containsExactly(List.of(0, 1), List.of(2, 3), List.of(4));
    }

    @Test
    void isReadAnewByEachIterator() {
      Paged<Integer> listing = new Source(7).paged(3).prefetch(2);

      assertThat(listing.stream().collect(Collectors.toList())).isEqualTo(upTo(7));
      assertThat(listing.stream().collect(Collectors.toList())).isEqualTo(upTo(7));
    }

    @Test
    void endsWithNoSuchElementAndNoRequest() {
      Source source = new Source(4);
      PagedIterator<Integer> iterator = source.paged(2).prefetch(3).iterator();
      for (int i = 0; i < 4; i++) {
        iterator.next();
      }

      assertThat(iterator.hasNext()).isFalse();
      assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(iterator::next);
      assertThat(iterator.hasNext()).isFalse();
      assertThat(source.requests).hasValue(2);
    }
  }

  @Nested
  class Ahead {
    @ParameterizedTest
    @CsvSource({"1,1", "1,2", "2,1", "3,4", "5,2", "100,1"})
    void areAtMostSoManyPages(int pages, int pageSize) throws Exception {
      Source source = new Source(40);
      AtomicInteger wanted = new AtomicInteger();
      List<String> tooMany = new ArrayList<>();
      source.before = request -> {
        int may = wanted.get() + pages;
        if (request > may) {
          synchronized (tooMany) {
            tooMany.add("request " + request + " while page " + wanted + " was read");
          }
        }
      };
      PagedIterator<Integer> iterator = source.paged(pageSize).prefetch(pages).iterator();
      for (int i = 0; i < 40; i++) {
        if (i % pageSize == 0) {
          wanted.incrementAndGet();
        }
        assertThat(iterator.next()).isEqualTo(i);
      }

      assertThat(tooMany).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void areExactlySoManyPagesWhenTheCallerWorksLong(int pages) throws Exception {
      Source source = new Source(1_000);
      PagedIterator<Integer> iterator = source.paged(10).prefetch(pages).iterator();

      iterator.next();
      source.awaitRequests(1 + pages);

      assertThat(source.begun.tryAcquire(200, TimeUnit.MILLISECONDS))
          .as("a request more than " + (1 + pages))
          .isFalse();
      iterator.close();
    }

    @Test
    void areNoneBeforeTheFirstElementIsAskedFor() {
      Source source = new Source(10);

      PagedIterator<Integer> iterator = source.paged(2).prefetch(3).iterator();

      assertThat(iterator.offset()).isZero();
      assertThat(source.requests).hasValue(0);
    }

    @Test
    void areFetchedWhileTheCallerWorks() throws Exception {
      Source source = new Source(6);
      CountDownLatch secondAsked = new CountDownLatch(1);
      CountDownLatch working = new CountDownLatch(1);
      source.before = request -> {
        if (request == 2) {
          secondAsked.countDown();
          await(working); // the second page comes only after the caller has worked
        }
      };
      PagedIterator<Integer> iterator = source.paged(2).prefetch(1).iterator();

      assertThat(iterator.next()).isZero();
      await(secondAsked);
      assertThat(iterator.next()).isEqualTo(1);
      working.countDown();

      assertThat(iterator.next()).isEqualTo(2);
    }

    @Test
    void areFetchedOnTheExecutorAndOnlyTheFirstOneByTheCaller() throws Exception {
      Source source = new Source(6);
      List<Thread> threads = new ArrayList<>();
      source.before = request -> {
        synchronized (threads) {
          threads.add(Thread.currentThread());
        }
      };
      PagedIterator<Integer> iterator = source.paged(2).prefetch(2).iterator();

      iterator.next();
      source.awaitRequests(3);
      iterator.forEachRemaining(item -> {});

      assertThat(threads).hasSize(3).startsWith(Thread.currentThread());
      assertThat(threads.subList(1, 3)).doesNotContain(Thread.currentThread());
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 101})
    void areRefusedWhenTheyAreNoNumber(int pages) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new Source(1).paged(1).prefetch(pages))
          .withMessageContainingAll("prefetch", String.valueOf(pages));
    }

    @Test
    void areNoReasonForFirstAndTotalToAskMore() {
      Source source = new Source(50);
      Paged<Integer> listing = source.paged(2).prefetch(5);

      assertThat(listing.first()).hasValue(0);
      assertThat(listing.total()).isEqualTo(50);

      assertThat(source.requests).hasValue(2);
    }
  }

  @Nested
  class Failure {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 10})
    void surfacesAtItsElementAndAgain(int pages) {
      Source source = new Source(10);
      ArithmeticException broken = new ArithmeticException("no third page");
      source.before = request -> {
        if (request == 3) {
          throw broken;
        }
      };
      PagedIterator<Integer> iterator = source.paged(2).prefetch(pages).iterator();
      List<Integer> read = new ArrayList<>();

      Throwable first = catchThrowable(() -> {
        while (true) {
          read.add(iterator.next());
        }
      });

      assertThat(first).isSameAs(broken);
      assertThat(read).containsExactly(0, 1, 2, 3);
      assertThat(iterator.offset()).isEqualTo(4);
      assertThat(catchThrowable(iterator::next)).isSameAs(broken);
      assertThat(catchThrowable(iterator::hasNext)).isSameAs(broken);
    }

    @Test
    void ofTheFirstPageSurfacesAtOnce() {
      Source source = new Source(10);
      source.before = request -> {
        throw new ArithmeticException("no page");
      };

      assertThatExceptionOfType(ArithmeticException.class)
          .isThrownBy(() -> source.paged(2).prefetch(2).stream().count());
    }

    @Test
    void leavesTheOffsetFromWhichTheRestCanBeRead() {
      Source source = new Source(10);
      source.before = request -> {
        if (request == 3) {
          throw new ArithmeticException("no third page");
        }
      };
      PagedIterator<Integer> iterator = source.paged(2).prefetch(3).iterator();
      assertThatThrownBy(() -> iterator.forEachRemaining(item -> {}));
      source.before = request -> {};

      List<Integer> rest = new ArrayList<>();
      new WalkedListing<>(
              source,
              Walk.standard().withPageSize(2).withOffset(iterator.offset()).withPrefetch(2))
          .forEach(rest::add);

      assertThat(rest).containsExactly(4, 5, 6, 7, 8, 9);
    }
  }

  @Nested
  class Interrupt {
    @Test
    void whileWaitingForAPageEndsTheWaitAndLosesNothing() throws Exception {
      Source source = new Source(6);
      CountDownLatch gate = new CountDownLatch(1);
      source.before = request -> {
        if (request == 2) {
          await(gate);
        }
      };
      PagedIterator<Integer> iterator = source.paged(2).prefetch(1).iterator();
      iterator.next();
      iterator.next();
      source.awaitRequests(2);
      FutureTask<Boolean> waiting = new FutureTask<>(() -> {
        assertThat(catchThrowable(iterator::next))
            .isInstanceOf(XrayTransportException.class)
            .hasMessageContainingAll("https://acme.example/things", "interrupted");
        return Thread.currentThread().isInterrupted();
      });
      Thread thread = new Thread(waiting);
      thread.start();

      thread.interrupt();

      assertThat(waiting.get(10, TimeUnit.SECONDS)).as("the flag").isTrue();
      gate.countDown();
      assertThat(iterator.next()).isEqualTo(2);
      assertThat(iterator.next()).isEqualTo(3);
    }
  }

  @Nested
  class Closing {
    /** All that was queued has run when a task queued later has. */
    private void nothingMoreIsAsked(Source source, int requests) throws Exception {
      assertThat(source.begun.tryAcquire(150, TimeUnit.MILLISECONDS))
          .as("a request after the end")
          .isFalse();
      assertThat(source.requests).hasValue(requests);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void anIteratorStopsFurtherRequests(int pages) throws Exception {
      Source source = new Source(1_000);
      CountDownLatch gate = new CountDownLatch(1);
      source.before = request -> {
        if (request == 2) {
          await(gate);
        }
      };
      PagedIterator<Integer> iterator = source.paged(2).prefetch(pages).iterator();
      iterator.next();
      source.awaitRequests(2);

      iterator.close();
      gate.countDown();

      nothingMoreIsAsked(source, 2);
    }

    @Test
    void aStreamStopsFurtherRequests() throws Exception {
      Source source = new Source(1_000);
      CountDownLatch gate = new CountDownLatch(1);
      source.before = request -> {
        if (request == 2) {
          await(gate);
        }
      };
      try (Stream<Integer> stream = source.paged(2).prefetch(3).stream()) {
        assertThat(stream.limit(1).collect(Collectors.toList())).containsExactly(0);
        source.awaitRequests(2);
      }
      gate.countDown();

      nothingMoreIsAsked(source, 2);
    }

    @Test
    void endsTheIteratorAfterThePageThatIsThere() {
      PagedIterator<Integer> iterator = new Source(10).paged(3).prefetch(1).iterator();
      iterator.next();

      iterator.close();

      assertThat(iterator.next()).isEqualTo(1);
      assertThat(iterator.next()).isEqualTo(2);
      assertThat(iterator.hasNext()).isFalse();
    }

    @Test
    void beforeTheFirstElementAsksForNothing() throws Exception {
      Source source = new Source(10);
      PagedIterator<Integer> iterator = source.paged(3).prefetch(2).iterator();

      iterator.close();

      assertThat(iterator.hasNext()).isFalse();
      nothingMoreIsAsked(source, 0);
    }

    @Test
    void mayBeDoneAgainAndAfterTheEnd() {
      PagedIterator<Integer> iterator = new Source(2).paged(3).prefetch(2).iterator();
      iterator.forEachRemaining(item -> {});

      iterator.close();
      iterator.close();

      assertThat(iterator.hasNext()).isFalse();
    }
  }
}
