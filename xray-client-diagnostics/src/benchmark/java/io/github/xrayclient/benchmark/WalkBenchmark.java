package io.github.xrayclient.benchmark;

import io.github.xrayclient.XrayClient;
import io.github.xrayclient.benchmark.server.ServerProcess;
import java.io.IOException;
import java.net.http.HttpClient;
import java.util.concurrent.TimeUnit;
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

/** Lists all curation policies of a server in another process, with a heap of 48 MB. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
    value = 1,
    jvmArgs = {"-Xmx48m", "-XX:+UseSerialGC"})
@Warmup(iterations = 2)
@Measurement(iterations = 3)
public class WalkBenchmark {
  @Param("100000")
  public long policies;

  private ServerProcess server;
  private XrayClient xray;
  private HttpClient http;

  @Setup
  public void start() throws IOException {
    server = new ServerProcess(policies, 0);
    xray = Walks.client(server.url());
    http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  }

  @TearDown
  public void stop() {
    xray.close();
    server.close();
  }

  @Benchmark
  public void library(Blackhole sink) {
    Walks.library(xray, sink::consume);
  }

  @Benchmark
  public void baseline(Blackhole sink) throws IOException, InterruptedException {
    Walks.byHand(http, server.url(), sink::consume);
  }
}
