package io.github.xrayclient.benchmark;

import io.github.xrayclient.benchmark.process.Java;
import io.github.xrayclient.benchmark.table.Effort;
import io.github.xrayclient.benchmark.table.Measured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Measures the library and the baseline of one benchmark class alternately, so that other load on
 * the machine affects both. Times are medians of several rounds, and each round runs in a new JVM.
 */
final class Comparison {
  private static final String ALLOCATED = "gc.alloc.rate.norm";

  private final List<Double> baseline = new ArrayList<>();
  private final List<Double> library = new ArrayList<>();
  private final List<Double> ratios = new ArrayList<>();
  private double baselineBytes;
  private double libraryBytes;
  private String unit = "";

  static Comparison of(Class<?> benchmark, Effort effort, int rounds)
      throws RunnerException, IOException {
    Comparison comparison = new Comparison();
    for (int round = 1; round <= rounds; round++) {
      comparison.add(run(benchmark, effort, round));
      System.err.println(benchmark.getSimpleName() + " " + round + "/" + rounds);
    }
    return comparison;
  }

  Measured baseline() {
    return new Measured(Measured.median(baseline), unit);
  }

  Measured library() {
    return new Measured(Measured.median(library), unit);
  }

  /** The median of the ratios of all rounds. */
  double ratio() {
    return Measured.median(ratios);
  }

  Measured baselineBytes() {
    return new Measured(baselineBytes, "B");
  }

  Measured libraryBytes() {
    return new Measured(libraryBytes, "B");
  }

  double bytesRatio() {
    return libraryBytes / baselineBytes;
  }

  private static Collection<RunResult> run(Class<?> benchmark, Effort effort, int round)
      throws RunnerException, IOException {
    Path log = Java.target().resolve("benchmarks").resolve(benchmark.getSimpleName() + "-" + round);
    Files.createDirectories(log.getParent());
    ChainedOptionsBuilder options = options(effort)
        .include(benchmark.getName() + "\\.")
        .addProfiler(GCProfiler.class)
        .shouldFailOnError(true)
        .output(log + ".txt");
    return new Runner(options.build()).run();
  }

  private static ChainedOptionsBuilder options(Effort effort) {
    ChainedOptionsBuilder options = new OptionsBuilder();
    return effort == Effort.FULL
        ? options
        : options
            .param("policies", "2000")
            .param("size", "500")
            .warmupTime(TimeValue.milliseconds(300))
            .measurementTime(TimeValue.milliseconds(300));
  }

  private void add(Collection<RunResult> results) {
    double libraryTime = 0;
    double baselineTime = 0;
    for (RunResult result : results) {
      Result<?> time = result.getPrimaryResult();
      double median = time.getStatistics().getPercentile(50);
      Result<?> allocated = result.getSecondaryResults().get(ALLOCATED);
      double bytes = allocated == null ? 0 : allocated.getScore();
      unit = time.getScoreUnit().replace("/op", "").replace("us", "µs");
      if (result.getParams().getBenchmark().endsWith(".library")) {
        libraryTime = median;
        libraryBytes = bytes;
      } else {
        baselineTime = median;
        baselineBytes = bytes;
      }
    }
    library.add(libraryTime);
    baseline.add(baselineTime);
    ratios.add(libraryTime / baselineTime);
  }
}
