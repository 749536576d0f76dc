package io.github.xrayclient.internal.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.xrayclient.XrayClient;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.error.XrayTransportException;
import io.github.xrayclient.ignorerule.IgnoreRule;
import io.github.xrayclient.paging.Paged;
import io.github.xrayclient.paging.PagedIterator;
import io.github.xrayclient.testing.FakeXray;
import io.github.xrayclient.testing.FakeXray.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A prefetch makes progress whatever the executor does. */
@Timeout(60)
class BusyExecutorTest {
  private static final int SIZE = 37;

  private static List<Integer> all() {
    return IntStream.range(0, SIZE).boxed().collect(Collectors.toList());
  }

  /** A listing whose next pages this executor fetches. */
  private static Paged<Integer> listing(ScriptedSource source, Executor executor, int pages) {
    source.executor = executor;
    return source.paged(5).prefetch(pages);
  }

  private static List<Integer> read(Paged<Integer> listing) {
    return listing.stream().collect(Collectors.toList());
  }

  /** Walks of a client whose executor has as many threads as there are walks, or fewer. */
  @Nested
  class OfAClient {
    private final FakeXray server = FakeXray.start();

    OfAClient() {
      server.seed(
          Kind.IGNORE_RULES,
          IntStream.range(0, SIZE)
              .mapToObj(id -> "{\"id\":\"" + id + "\",\"notes\":\"n\",\"ignore_filters\":{}}")
              .collect(Collectors.joining(",", "[", "]")));
    }

    @AfterEach
    void stop() {
      server.close();
    }

    @ParameterizedTest
    @CsvSource({"1,1,1", "1,1,3", "4,4,2", "4,4,100", "2,7,2"})
    void endInsideTheTasksOfItsExecutor(int threads, int walks, int pages) throws Exception {
      ExecutorService executor = Executors.newFixedThreadPool(threads);
      CyclicBarrier together = new CyclicBarrier(Math.min(threads, walks));
      try (XrayClient xray = XrayClient.builder()
          .baseUrl(server.url())
          .credentials(Credentials.anonymous())
          .executor(executor)
          .build()) {
        Callable<List<String>> walk = () -> {
          List<String> ids = new ArrayList<>();
          for (IgnoreRule rule : xray.ignoreRules().list().pageSize(5).prefetch(pages)) {
            ids.add(rule.id().wire());
          }
          return ids;
        };
        List<Future<List<String>>> running = new ArrayList<>();
        for (int i = 0; i < walks; i++) {
          boolean first = i < threads;
          running.add(executor.submit(() -> {
            if (first) {
              together.await(20, TimeUnit.SECONDS); // so that no thread is free
            }
            return walk.call();
          }));
        }

        for (Future<List<String>> ids : running) {
          assertThat(ids.get(30, TimeUnit.SECONDS)).hasSize(SIZE).doesNotHaveDuplicates();
        }
      } finally {
        executor.shutdownNow();
      }
    }
  }

  @Nested
  class ThatTakesTasks {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 100})
    void andNeverRunsThem(int pages) {
      Queue<Runnable> tasks = new ArrayDeque<>();
      ScriptedSource source = ScriptedSource.ofSize(SIZE);

      assertThat(read(listing(source, tasks::add, pages))).isEqualTo(all());

      assertThat(source.requests).hasSize(8);
      assertThat(tasks).as("tasks that wait").hasSize(1);
    }

    @Test
    void andRunsThemWhenTheWalkHasEnded() {
      Queue<Runnable> tasks = new ArrayDeque<>();
      ScriptedSource source = ScriptedSource.ofSize(SIZE);
      read(listing(source, tasks::add, 3));

      tasks.forEach(Runnable::run);

      assertThat(source.requests).hasSize(8);
    }

    @Test
    void andRunsThemWhenTheStreamIsClosed() {
      Queue<Runnable> tasks = new ArrayDeque<>();
      ScriptedSource source = ScriptedSource.ofSize(SIZE);
      PagedIterator<Integer> iterator = listing(source, tasks::add, 3).iterator();
      iterator.next();
      iterator.close();

      tasks.forEach(Runnable::run);

      assertThat(source.requests).hasSize(1);
    }

    @Test
    void andRunsThemNowAndThen() {
      Queue<Runnable> tasks = new ArrayDeque<>();
      ScriptedSource source = ScriptedSource.ofSize(SIZE);
      List<Integer> read = new ArrayList<>();
      for (Integer element : listing(source, tasks::add, 2)) {
        read.add(element);
        if (element % 7 == 0 && !tasks.isEmpty()) {
          tasks.remove().run();
        }
      }

      assertThat(read).isEqualTo(all());
      assertThat(source.requests).hasSize(8);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 100})
    void andRunsThemOnTheCallersThread(int pages) {
      ScriptedSource source = ScriptedSource.ofSize(SIZE);

      assertThat(read(listing(source, Runnable::run, pages))).isEqualTo(all());

      assertThat(source.requests).hasSize(8);
    }
  }

  @Test
  void tellsThatItsTasksWereThrownAwayWhenItWasClosed() throws Exception {
    ExecutorService executor = Executors.newFixedThreadPool(1);
    CountDownLatch gate = new CountDownLatch(1);
    executor.execute(() -> {
      try {
        gate.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    });
    PagedIterator<Integer> iterator =
        listing(ScriptedSource.ofSize(SIZE), executor, 2).iterator();
    iterator.next();

    assertThat(executor.shutdownNow()).hasSize(1);

    assertThat(catchThrowable(() -> iterator.forEachRemaining(item -> {})))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
  }

  @Nested
  class ThatRefusesTasks {
    private int asked;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void alwaysOrNowAndThen(int every) {
      ScriptedSource source = ScriptedSource.ofSize(SIZE);
      Executor full = task -> {
        if (asked++ % every == 0) {
          throw new RejectedExecutionException("no room");
        }
        task.run();
      };

      assertThat(read(listing(source, full, 2))).isEqualTo(all());

      assertThat(source.requests).hasSize(8);
    }
  }

  /** Two threads, of which one has begun a page that the other needs. */
  @Nested
  class WhileAPageIsFetched {
    private final ExecutorService executor = Executors.newFixedThreadPool(1);
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch gate = new CountDownLatch(1);
    private final ScriptedSource source = ScriptedSource.ofSize(SIZE);
    private final PagedIterator<Integer> iterator = listing(source, executor, 1).iterator();

    @AfterEach
    void stop() {
      gate.countDown();
      executor.shutdownNow();
    }

    /** A thread that waits for the second page, which the executor's thread is fetching. */
    private Thread waiting(FutureTask<?> task) throws Exception {
      source.beforeRequest = number -> {
        if (number == 2) {
          begun.countDown();
          await(gate);
        }
      };
      for (int i = 0; i < 5; i++) {
        iterator.next();
      }
      assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
      Thread thread = new Thread(task);
      thread.start();
      while (thread.getState() != Thread.State.WAITING) {
        Thread.onSpinWait();
      }
      return thread;
    }

    private void await(CountDownLatch latch) {
      try {
        assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }

    @Test
    void theWalkEndsWhenAnotherThreadClosesIt() throws Exception {
      FutureTask<Boolean> more = new FutureTask<>(iterator::hasNext);
      waiting(more);

      iterator.close();

      assertThat(more.get(20, TimeUnit.SECONDS)).isFalse();
    }

    @Test
    void thePageIsGivenToWhoeverWaits() throws Exception {
      FutureTask<Integer> next = new FutureTask<>(iterator::next);
      waiting(next);

      gate.countDown();

      assertThat(next.get(20, TimeUnit.SECONDS)).isEqualTo(5);
      assertThat(source.requests).startsWith("1x5", "2x5");
    }

    @Test
    void anInterruptEndsTheWaitOfTheCallerOnly() throws Exception {
      FutureTask<Throwable> next = new FutureTask<>(() -> catchThrowable(iterator::next));
      waiting(next).interrupt();

      assertThat(next.get(20, TimeUnit.SECONDS)).isInstanceOf(XrayTransportException.class);
      gate.countDown();
      assertThat(iterator.next()).isEqualTo(5);
    }
  }

  @Nested
  class WhenTheCallerFetchesThePage {
    private final ScriptedSource source = ScriptedSource.ofSize(SIZE);
    private final PagedIterator<Integer> iterator =
        listing(source, task -> {}, 1).iterator();

    @AfterEach
    void clear() {
      Thread.interrupted();
    }

    @Test
    void itsInterruptIsNotRemembered() {
      source.beforeRequest = number -> {
        if (number == 1) {
          Thread.currentThread().interrupt();
          throw new ArithmeticException("interrupted");
        }
      };

      assertThat(catchThrowable(iterator::next)).hasMessage("interrupted");
      assertThat(Thread.interrupted()).isTrue();

      assertThat(iterator.next()).isZero();
    }

    @Test
    void anotherFailureIs() {
      source.beforeRequest = number -> {
        if (number == 1) {
          throw new AssertionError("broken");
        }
      };

      Throwable first = catchThrowable(iterator::next);
      assertThat(first).isInstanceOf(AssertionError.class).hasMessage("broken");
      assertThat(catchThrowable(iterator::next)).isSameAs(first);
      assertThat(source.requests).hasSize(1);
    }

    @Test
    void closingLeavesTheOffsetToGoOnFrom() {
      for (int i = 0; i < 5; i++) {
        iterator.next();
      }
      iterator.close();

      assertThat(iterator.hasNext()).isFalse();
      assertThat(iterator.offset()).isEqualTo(5);
    }
  }
}
