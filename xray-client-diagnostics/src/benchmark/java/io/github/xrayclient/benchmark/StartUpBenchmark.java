package io.github.xrayclient.benchmark;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Starts a JVM that reads a page of 100 curation policies and ends. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2)
@Measurement(iterations = 1)
public class StartUpBenchmark {
  private ServerProcess server;

  @Setup
  public void start() throws IOException {
    server = new ServerProcess(100, 0);
  }

  @TearDown
  public void stop() {
    server.close();
  }

  @Benchmark
  public String library() throws IOException, InterruptedException {
    return Java.run(List.of(), FirstPage.class, server.url());
  }

  @Benchmark
  public String baseline() throws IOException, InterruptedException {
    return Java.run(List.of(), BareFirstPage.class, server.url());
  }
}
