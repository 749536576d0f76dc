package io.github.xrayclient.benchmark;

import io.github.xrayclient.benchmark.table.Effort;
import io.github.xrayclient.benchmark.table.Row;
import io.github.xrayclient.benchmark.table.Table;
import java.io.IOException;
import java.util.function.Consumer;
import org.openjdk.jmh.runner.RunnerException;

/** Compares the library with code that does the same by hand, and each ratio with its goal. */
final class GoalTable implements Table {
  private final Effort effort;
  private final Consumer<Object> out;

  GoalTable(Effort effort, Consumer<Object> out) {
    this.effort = effort;
    this.out = out;
  }

  @Override
  public void print() throws IOException, RunnerException {
    out.accept(Row.HEAD);
    decode();
    get();
    walk();
    prefetch();
    update();
    explain();
  }

  private void decode() throws IOException, RunnerException {
    Comparison found = Comparison.of(DecodeBenchmark.class, effort, effort.rounds(10));
    String what = "decode a page of 100 curation policies: ";
    out.accept(Row.atMost(1.15, what + "time", found.baseline(), found.library(), found.ratio()));
    out.accept(Row.atMost(
        1.2, what + "allocated", found.baselineBytes(), found.libraryBytes(), found.bytesRatio()));
  }

  private void get() throws IOException, RunnerException {
    atMost(1.05, "one small GET over loopback", SmallGetBenchmark.class, 10);
  }

  private void walk() throws IOException, RunnerException {
    atMost(1, "walk 100,000 curation policies, `-Xmx48m`", WalkBenchmark.class, 10);
  }

  private void prefetch() throws IOException, RunnerException {
    atMost(
        0.6,
        "the walk with 20 ms latency and 20 ms work for a page, `prefetch(1)`",
        PrefetchBenchmark.class,
        1);
  }

  private void update() throws IOException, RunnerException {
    String what = "edit a watch with 4,000 resources, which the server returns in another order;"
        + " baseline: in the same order";
    atMost(1.5, what, WatchUpdateBenchmark.class, 10);
  }

  private void atMost(double goal, String what, Class<?> benchmark, int rounds)
      throws IOException, RunnerException {
    Comparison found = Comparison.of(benchmark, effort, effort.rounds(rounds));
    out.accept(Row.atMost(goal, what, found.baseline(), found.library(), found.ratio()));
  }

  private void explain() throws IOException, RunnerException {
    Comparison found = Comparison.of(ExplainBenchmark.class, effort, effort.rounds(10));
    String what =
        "one of 10,000 questions to a `BlockIndex` of 5,000 policies × 5,000 watches × 40 resources";
    out.accept(Row.faster(1_000, what, found.baseline(), found.library(), found.ratio()));
    Comparison index = Comparison.of(IndexBenchmark.class, effort, effort.rounds(11));
    out.accept(Row.limit(
        300, "building the index for these questions, first time in a JVM", index.library()));
  }
}
