package io.github.xrayclient.benchmark;

import io.github.xrayclient.XrayClient;
import io.github.xrayclient.benchmark.server.ServerProcess;
import io.github.xrayclient.curation.Curation;
import io.github.xrayclient.curation.CurationPolicy;
import io.github.xrayclient.paging.Paged;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Lists pages from a server that needs 20 ms for each; the caller then works 20 ms on each page.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class PrefetchBenchmark {
  private static final long MILLISECONDS = 20;

  @Param("100000")
  public long policies;

  private ServerProcess server;
  private XrayClient xray;

  @Setup
  public void start() throws IOException {
    server = new ServerProcess(policies, MILLISECONDS);
    xray = Walks.client(server.url());
  }

  @TearDown
  public void stop() {
    xray.close();
    server.close();
  }

  @Benchmark
  public void library(Blackhole sink) {
    work(Curation.of(xray).policies().list().prefetch(1), sink);
  }

  @Benchmark
  public void baseline(Blackhole sink) {
    work(Curation.of(xray).policies().list(), sink);
  }

  private static void work(Paged<CurationPolicy> policies, Blackhole sink) {
    for (List<CurationPolicy> page : policies.pages()) {
      sink.consume(page);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(MILLISECONDS));
    }
  }
}
