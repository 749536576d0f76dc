package io.github.xrayclient.benchmark;

import com.fasterxml.jackson.databind.ObjectReader;
import io.github.xrayclient.XrayClient;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.benchmark.server.ServerProcess;
import io.github.xrayclient.system.ServerVersion;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
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

/** Sends one small GET over the loopback interface, and decodes the answer. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
    value = 1,
    jvmArgs = {"-Xms512m", "-Xmx512m", "-XX:+UseSerialGC"})
@Warmup(iterations = 8, time = 1)
@Measurement(iterations = 5, time = 1)
public class SmallGetBenchmark {
  private final ObjectReader reader = XrayClient.jsonMapper().readerFor(ServerVersion.class);
  private ServerProcess server;
  private XrayClient xray;
  private HttpClient http;

  @Setup
  public void start() throws IOException {
    server = new ServerProcess(0, 0);
    xray = XrayClient.builder()
        .baseUrl(server.url())
        .credentials(Credentials.bearer("a-token"))
        .build();
    http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  }

  @TearDown
  public void stop() {
    xray.close();
    server.close();
  }

  @Benchmark
  public ServerVersion library() {
    return xray.system().version();
  }

  @Benchmark
  public ServerVersion baseline() throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(
            URI.create(server.url() + "/xray/api/v1/system/version"))
        .header("Accept", "application/json")
        .header("Authorization", "Bearer a-token")
        .build();
    HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException("the server answered " + answer.statusCode() + ", not 200");
    }
    return reader.readValue(answer.body());
  }
}
