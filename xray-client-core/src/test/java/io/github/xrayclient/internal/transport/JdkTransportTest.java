package io.github.xrayclient.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import io.github.xrayclient.XrayClient;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.error.XrayTransportException;
import io.github.xrayclient.http.ApiRequest;
import io.github.xrayclient.http.ApiResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How much a transport takes. */
@Timeout(30)
class JdkTransportTest {
  private static final int LIMIT = 100_000;

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<String> encodings = new CopyOnWriteArrayList<>();
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", exchange -> {
      encodings.addAll(exchange.getRequestHeaders().getOrDefault("Accept-Encoding", List.of()));
      String[] path = exchange.getRequestURI().getPath().split("/", -1);
      long size = Long.parseLong(path[2]);
      exchange.sendResponseHeaders(200, path[1].equals("chunked") ? 0 : size);
      try (OutputStream body = exchange.getResponseBody()) {
        byte[] block = new byte[8192];
        for (long left = size; left > 0; left -= block.length) {
          body.write(block, 0, (int) Math.min(left, block.length));
        }
      }
    });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    threads.shutdownNow();
  }

  private ApiRequest get(String framing, long size) {
    int port = server.getAddress().getPort();
    return ApiRequest.of(
        "GET", URI.create("http://127.0.0.1:" + port + "/" + framing + "/" + size));
  }

  private XrayClient client() {
    return XrayClient.builder()
        .baseUrl("http://127.0.0.1:" + server.getAddress().getPort())
        .credentials(Credentials.anonymous())
        .build();
  }

  @ParameterizedTest
  @CsvSource({"chunked,1000000", "fixed,1000000"})
  void putsMoreThanItsLimitIntoAFile(String framing, int size, @TempDir Path folder) {
    Path file = folder.resolve("answer");
    try (JdkTransport transport = new JdkTransport(builder -> {}, Duration.ofSeconds(10), LIMIT)) {
      assertThat(transport.download(get(framing, size), file).body()).isEmpty();
    }
    assertThat(file).hasSize(size);
  }

  @Test
  void downloadsUncompressedThoughTheClientAsksForGzip(@TempDir Path folder) {
    Path file = folder.resolve("answer");
    try (XrayClient xray = XrayClient.builder()
        .baseUrl("http://127.0.0.1:" + server.getAddress().getPort())
        .credentials(Credentials.anonymous())
        .gzip()
        .build()) {
      xray.call("GET", "/fixed/1000").download(file);
    }
    assertThat(encodings).containsExactly("identity");
    assertThat(file).hasSize(1000);
  }

  @ParameterizedTest
  @CsvSource({"chunked,1", "fixed,1", "chunked,100000", "fixed,100000"})
  void takesABodyUpToItsLimit(String framing, int size) {
    try (JdkTransport transport = new JdkTransport(builder -> {}, Duration.ofSeconds(10), LIMIT)) {
      assertThat(transport.send(get(framing, size)).body()).hasSize(size);
    }
  }

  @ParameterizedTest
  @CsvSource({"chunked,100001", "fixed,100001", "fixed,50000000", "chunked,50000000"})
  void refusesABodyOverItsLimitAndIsGoodForTheNext(String framing, int size) {
    try (JdkTransport transport = new JdkTransport(builder -> {}, Duration.ofSeconds(10), LIMIT)) {
      assertThatExceptionOfType(XrayTransportException.class)
          .isThrownBy(() -> transport.send(get(framing, size)))
          .withMessageContaining("larger than 100000 bytes")
          .satisfies(e -> assertThat(e.isRepeatable()).isFalse());

      assertThat(transport.send(get(framing, 5)).body()).hasSize(5);
    }
  }

  @ParameterizedTest
  @CsvSource({"fixed,50000000000", "chunked,50000000000", "fixed,5"})
  void readsNoBodyThatTheCallerIgnores(String framing, long size) {
    try (JdkTransport transport = new JdkTransport(builder -> {}, Duration.ofSeconds(10), LIMIT)) {
      ApiResponse answer = transport.send(get(framing, size).withBodyIgnored());

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).isEmpty();
      assertThat(transport.send(get(framing, 5)).body()).hasSize(5);
    }
  }

  @Test
  void refusesHundredMebibytesByDefault() {
    try (XrayClient xray = client()) {
      assertThatExceptionOfType(XrayTransportException.class)
          .isThrownBy(() -> xray.call("GET", "/chunked/{size}", 100 << 20).send())
          .withMessageContaining("larger than 67108864 bytes");
    }
  }

  @Test
  void takesSixtyFourMebibytesByDefault() {
    try (XrayClient xray = client()) {
      assertThat(xray.call("GET", "/chunked/{size}", 64 << 20).send().body()).hasSize(64 << 20);
    }
  }
}
