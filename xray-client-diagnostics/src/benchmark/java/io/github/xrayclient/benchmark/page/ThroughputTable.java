package io.github.xrayclient.benchmark.page;

import io.github.xrayclient.benchmark.peer.Contender;
import io.github.xrayclient.benchmark.table.Effort;
import io.github.xrayclient.benchmark.table.Measured;
import io.github.xrayclient.benchmark.table.Rounds;
import io.github.xrayclient.benchmark.table.Table;
import java.io.IOException;
import java.util.Locale;
import java.util.function.Consumer;

/** Shows how many pages a second several threads of one process read over HTTPS. */
public final class ThroughputTable implements Table {
  private static final int STARTS = 2;
  private static final int FIRST_WITH_VIRTUAL_THREADS = 21;

  private final Effort effort;
  private final Consumer<Object> out;

  public ThroughputTable(Effort effort, Consumer<Object> out) {
    this.effort = effort;
    this.out = out;
  }

  @Override
  public void print() throws IOException, InterruptedException {
    try (Endpoint https = Endpoint.https()) {
      for (int threads : new int[] {1, 8, 64}) {
        print(threads == 1 ? "1 thread" : threads + " threads", Callers.PLATFORM, threads, https);
      }
      if (Runtime.version().feature() >= FIRST_WITH_VIRTUAL_THREADS) {
        print("1,000 virtual threads", Callers.VIRTUAL, effort == Effort.FULL ? 1_000 : 100, https);
      } else {
        out.accept("Virtual threads are not measured, because they need JDK 21 or later.");
      }
    }
  }

  private void print(String who, Callers callers, int number, Endpoint endpoint)
      throws IOException {
    Rounds<Contender, Sample> found =
        new PageRounds(effort, callers, number).measure(endpoint, STARTS);
    out.accept("| " + who + " over HTTPS, median of " + found.number(Contender.JDK)
        + " rounds | pages a second | range of the rounds | ratio | processor time of a page"
        + " | ratio |");
    out.accept("| --- | --- | --- | --- | --- | --- |");
    for (Contender contender : Contender.values()) {
      out.accept("| " + contender.title()
          + String.format(Locale.ROOT, " | %,.0f", found.median(contender, Sample::pagesPerSecond))
          + " | " + found.range(contender, Sample::pagesPerSecond)
          + times(found.ratio(contender, Contender.JDK, Sample::pagesPerSecond))
          + " | " + new Measured(found.median(contender, Sample::processorTime), "µs")
          + times(found.ratio(contender, Contender.JDK, Sample::processorTime))
          + " |");
    }
    out.accept("");
  }

  private static String times(double ratio) {
    return String.format(Locale.ROOT, " | %.2f×", ratio);
  }
}
