package io.github.xrayclient.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.openjdk.jmh.runner.RunnerException;

/** Measures everything and prints a table: {@code Benchmarks full} or {@code Benchmarks smoke}. */
public final class Benchmarks {
  private final Effort effort;
  private final Consumer<Object> out;

  private Benchmarks(Effort effort, Consumer<Object> out) {
    this.effort = effort;
    this.out = out;
  }

  public static void main(String[] args) throws IOException, InterruptedException, RunnerException {
    Effort effort = args[0].equals("smoke") ? Effort.SMOKE : Effort.FULL;
    new Benchmarks(effort, System.out::println).run();
  }

  private void run() throws IOException, InterruptedException, RunnerException {
    out.accept("JDK " + Runtime.version() + ", " + Runtime.getRuntime().availableProcessors()
        + " processors, " + System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    if (effort == Effort.SMOKE) {
      out.accept(
          "This is a smoke test with fewer and smaller measurements than the rows state, so the"
              + " figures mean nothing.");
    }
    out.accept("");
    out.accept("| what | baseline | library | result | goal | reached |");
    out.accept("| --- | --- | --- | --- | --- | --- |");
    decode();
    get();
    walk();
    prefetch();
    explain();
    startUp();
    jars();
    out.accept("");
    new GrowthTable(effort, out).print();
  }

  private void decode() throws IOException, RunnerException {
    Comparison found = Comparison.of(DecodeBenchmark.class, effort, effort.rounds(7));
    String what = "decode a page of 100 curation policies: ";
    out.accept(Row.atMost(1.15, what + "time", found.baseline(), found.library(), found.ratio()));
    out.accept(Row.atMost(
        1.4, what + "allocated", found.baselineBytes(), found.libraryBytes(), found.bytesRatio()));
  }

  private void get() throws IOException, RunnerException {
    atMost(1.1, "one small GET over loopback", SmallGetBenchmark.class, 7);
  }

  private void walk() throws IOException, RunnerException {
    atMost(1.1, "walk 100,000 curation policies, `-Xmx48m`", WalkBenchmark.class, 5);
  }

  private void prefetch() throws IOException, RunnerException {
    atMost(
        0.6,
        "the walk with 20 ms latency and 20 ms work for a page, `prefetch(1)`",
        PrefetchBenchmark.class,
        1);
  }

  private void atMost(double goal, String what, Class<?> benchmark, int rounds)
      throws IOException, RunnerException {
    Comparison found = Comparison.of(benchmark, effort, effort.rounds(rounds));
    out.accept(Row.atMost(goal, what, found.baseline(), found.library(), found.ratio()));
  }

  private void explain() throws IOException, RunnerException {
    Comparison found = Comparison.of(ExplainBenchmark.class, effort, effort.rounds(5));
    String what =
        "one of 10,000 questions to a `BlockIndex` of 5,000 policies × 5,000 watches × 40 resources";
    out.accept(Row.faster(100, what, found.baseline(), found.library(), found.ratio()));
    Comparison index = Comparison.of(IndexBenchmark.class, effort, effort.rounds(11));
    out.accept(Row.limit(
        1000, "building the index for these questions, first time in a JVM", index.library()));
  }

  private void startUp() throws IOException, RunnerException {
    atMost(1.25, "start-up: JVM to first page decoded", StartUpBenchmark.class, 15);
  }

  private void jars() throws IOException {
    List<Path> jars = Java.runTimeJars();
    long bytes = 0;
    for (Path jar : jars) {
      bytes += Files.size(jar);
    }
    out.accept(Row.limit(9, "number of run-time jars", new Measured(jars.size(), "jars")));
    out.accept(Row.limit(3.5, "size of the run-time jars", new Measured(bytes / 1e6, "MB")));
  }
}
