package io.github.xrayclient.benchmark;

import com.fasterxml.jackson.databind.ObjectReader;
import io.github.xrayclient.benchmark.plain.PlainPage;
import io.github.xrayclient.benchmark.server.CurationPages;
import io.github.xrayclient.curation.CurationPolicy;
import io.github.xrayclient.http.ApiResponse;
import io.github.xrayclient.internal.json.PageDecoder;
import io.github.xrayclient.paging.Page;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Decodes the JSON of a page of 100 curation policies. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
    value = 1,
    jvmArgs = {"-Xms1g", "-Xmx1g", "-XX:+UseSerialGC"})
@Warmup(iterations = 8, time = 1)
@Measurement(iterations = 5, time = 1)
public class DecodeBenchmark {
  private final byte[] page = new CurationPages().page(1, 100, 100);
  private final ApiResponse answer = new ApiResponse(200, Map.of(), page);
  private final PageDecoder<CurationPolicy> decoder =
      new PageDecoder<>(CurationPolicy.class, "policies");
  private final ObjectReader reader = PlainPage.reader();

  @Benchmark
  public Page<CurationPolicy> library() throws IOException {
    return decoder.decode(answer);
  }

  @Benchmark
  public PlainPage baseline() throws IOException {
    return reader.readValue(page);
  }
}
