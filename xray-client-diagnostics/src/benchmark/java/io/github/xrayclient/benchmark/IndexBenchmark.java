package io.github.xrayclient.benchmark;

import io.github.xrayclient.diagnostics.block.BlockIndex;
import io.github.xrayclient.policy.Policy;
import io.github.xrayclient.watch.Watch;
import java.util.List;
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
import org.openjdk.jmh.annotations.Warmup;

/** Builds the index for the questions, in a JVM that has not built one before. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
    value = 1,
    jvmArgs = {"-Xms1g", "-Xmx1g", "-XX:+UseSerialGC"})
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class IndexBenchmark {
  @Param("5000")
  public int size;

  private List<Policy> policies;
  private List<Watch> watches;

  @Setup
  public void prepare() {
    Governance governance = new Governance(size);
    policies = governance.policies();
    watches = governance.watches();
  }

  @Benchmark
  public BlockIndex library() {
    return BlockIndex.of(policies, watches);
  }
}
