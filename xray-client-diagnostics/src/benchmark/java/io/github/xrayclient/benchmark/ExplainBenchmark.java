package io.github.xrayclient.benchmark;

import io.github.xrayclient.diagnostics.block.BlockIndex;
import io.github.xrayclient.diagnostics.explanation.BlockCause;
import io.github.xrayclient.diagnostics.explanation.RequestedArtifact;
import io.github.xrayclient.policy.Policy;
import io.github.xrayclient.watch.Watch;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
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

/** Explains refused downloads: 10,000 different questions, with an index that was built before. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
    value = 1,
    jvmArgs = {"-Xms1g", "-Xmx1g", "-XX:+UseSerialGC"})
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 3, time = 1)
public class ExplainBenchmark {
  private static final int QUESTIONS = 10_000;

  @Param("5000")
  public int size;

  private List<Policy> policies;
  private List<Watch> watches;
  private List<RequestedArtifact> questions;
  private BlockIndex index;
  private Scan scan;
  private int next;

  @Setup
  public void prepare() {
    Governance governance = new Governance(size);
    policies = governance.policies();
    watches = governance.watches();
    questions = governance.questions(QUESTIONS);
    index = BlockIndex.of(policies, watches);
    scan = new Scan(policies, watches);
    for (RequestedArtifact question : questions.subList(0, 50)) {
      Set<String> expected = names(scan.causes(question));
      if (!names(index.explain(question).causes()).equals(expected)) {
        throw new IllegalStateException(
            "the index and the scan differ in their answers to " + question);
      }
    }
  }

  @Benchmark
  public Object library() {
    return index.explain(question());
  }

  @Benchmark
  public Object baseline() {
    return scan.causes(question());
  }

  private RequestedArtifact question() {
    next = (next + 1) % QUESTIONS;
    return questions.get(next);
  }

  private static Set<String> names(Collection<BlockCause> causes) {
    return causes.stream()
        .map(cause -> cause.watch() + " " + cause.policy() + " " + cause.rule())
        .collect(Collectors.toSet());
  }
}
