package io.github.xrayclient.benchmark;

import io.github.xrayclient.XrayClient;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.http.ApiRequest;
import io.github.xrayclient.http.ApiResponse;
import io.github.xrayclient.http.Transport;
import io.github.xrayclient.value.UpdateResult;
import io.github.xrayclient.watch.Watch;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

/**
 * Edits a large watch, which includes reading it before and after the write. The baseline is the
 * same edit on a server that always returns the resources in the order in which they were sent.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
    value = 1,
    jvmArgs = {"-Xms1g", "-Xmx1g", "-XX:+UseSerialGC"})
@Warmup(iterations = 8, time = 1)
@Measurement(iterations = 3, time = 1)
public class WatchUpdateBenchmark {
  @Param("4000")
  public int size;

  private XrayClient inOrder;
  private XrayClient shuffled;

  @Setup
  public void prepare() {
    String sent = watch(IntStream.range(0, size).boxed().collect(Collectors.toList()));
    List<Integer> others = IntStream.range(0, size).boxed().collect(Collectors.toList());
    Collections.shuffle(others, new Random(1));
    inOrder = client(List.of(sent));
    shuffled = client(List.of(sent, watch(others)));
  }

  @Benchmark
  public UpdateResult<Watch> library() {
    return edited(shuffled);
  }

  @Benchmark
  public UpdateResult<Watch> baseline() {
    return edited(inOrder);
  }

  private static UpdateResult<Watch> edited(XrayClient xray) {
    UpdateResult<Watch> result = xray.watches().edit("w", update -> update.active(true));
    if (!result.unexpectedChanges().isEmpty()) {
      throw new IllegalStateException("the update has " + result.unexpectedChanges());
    }
    return result;
  }

  private static XrayClient client(List<String> answers) {
    return XrayClient.builder()
        .baseUrl("https://acme.example")
        .credentials(Credentials.anonymous())
        .transport(new OneWatch(answers))
        .build();
  }

  private static String watch(List<Integer> order) {
    return order.stream()
        .map(i -> "{\"type\":\"repository\",\"bin_mgr_id\":\"default\",\"repo_type\":\"local\","
            + "\"name\":\"team-" + i + "-maven-local\"}")
        .collect(Collectors.joining(
            ",",
            "{\"general_data\":{\"name\":\"w\",\"active\":true},"
                + "\"project_resources\":{\"resources\":[",
            "]},\"assigned_policies\":[{\"name\":\"p\",\"type\":\"security\"}]}"));
  }

  /** A server in memory that returns one watch, each time with the next of several texts. */
  private static final class OneWatch implements Transport {
    private static final byte[] NOTHING = {'{', '}'};

    private final List<byte[]> answers = new ArrayList<>();
    private int next;

    OneWatch(List<String> answers) {
      answers.forEach(answer -> this.answers.add(answer.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public ApiResponse send(ApiRequest request) {
      return new ApiResponse(
          200, Map.of(), request.isReadOnly() ? answers.get(next++ % answers.size()) : NOTHING);
    }

    @Override
    public void close() {
      // Nothing is open.
    }
  }
}
