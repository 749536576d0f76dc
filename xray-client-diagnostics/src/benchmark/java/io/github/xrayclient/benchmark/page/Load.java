package io.github.xrayclient.benchmark.page;

import io.github.xrayclient.benchmark.peer.PageReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** Threads that read the same page again and again. */
final class Load {
  private static final int POLICIES = 100;

  private final PageReader reader;
  private final Callers callers;
  private final int threads;

  Load(PageReader reader, Callers callers, int threads) {
    this.reader = reader;
    this.callers = callers;
    this.threads = threads;
  }

  /** Reads for this time. */
  Sample run(Duration time) throws Exception {
    ExecutorService pool = callers.threads(threads);
    try {
      Usage before = Usage.now();
      long start = System.nanoTime();
      Callable<List<Long>> task = () -> read(start + time.toNanos());
      List<Long> times = new ArrayList<>();
      for (Future<List<Long>> found : pool.invokeAll(Collections.nCopies(threads, task))) {
        times.addAll(found.get());
      }
      long elapsed = System.nanoTime() - start;
      Usage after = Usage.now(); // before the threads end, since their bytes are counted
      Collections.sort(times);
      return Sample.of(
          times.get(times.size() / 2),
          times.size(),
          elapsed,
          after.nanosecondsSince(before),
          after.bytesSince(before));
    } finally {
      pool.shutdown();
    }
  }

  /** Reads at least one page, and pages until a time. Returns the nanoseconds of each page. */
  private List<Long> read(long end) throws Exception {
    List<Long> times = new ArrayList<>();
    long begin;
    long now = System.nanoTime();
    do {
      begin = now;
      int policies = reader.read();
      if (policies != POLICIES) {
        throw new IllegalStateException("a page had " + policies + " policies, not " + POLICIES);
      }
      now = System.nanoTime();
      times.add(now - begin);
    } while (now < end);
    return times;
  }
}
