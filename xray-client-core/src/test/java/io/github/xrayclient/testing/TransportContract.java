package io.github.xrayclient.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.xrayclient.error.XrayTimeoutException;
import io.github.xrayclient.error.XrayTransportException;
import io.github.xrayclient.http.ApiRequest;
import io.github.xrayclient.http.ApiResponse;
import io.github.xrayclient.http.Transport;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The tests that each implementation of {@link Transport} must pass. They need JUnit 5 and AssertJ,
 * which your build must provide. Extend this class to test a transport of your own:
 *
 * <pre>{@code
 * class MyTransportContractTest extends TransportContract {
 *   @Override
 *   protected Transport newTransport() {
 *     return new MyTransport();
 *   }
 * }
 * }</pre>
 *
 * <p>Each test creates a transport and closes it. It connects to a server on this machine that uses
 * plain HTTP/1.1 and fails in the way that the test needs. The default time limit of the transport
 * should be at least 20 seconds, since tests of shorter limits set them on the request.
 */
@Timeout(60)
public abstract class TransportContract {
  private static final Duration SHORT = Duration.ofMillis(300);
  private static final Duration SOON = Duration.ofSeconds(10);

  @TempDir
  private Path folder;

  private ContractServer server;
  private Transport transport;

  /** Called by subclasses. */
  protected TransportContract() {}

  /** Returns a new transport, created in the same way as in your application. */
  protected abstract Transport newTransport() throws Exception;

  @BeforeEach
  final void openTransport() throws Exception {
    server = new ContractServer();
    transport = newTransport();
  }

  @AfterEach
  final void closeTransport() throws Exception {
    Thread.interrupted();
    if (transport != null) {
      transport.close();
    }
    server.close();
  }

  // Requests

  @ParameterizedTest
  @ValueSource(strings = {"GET", "POST", "PUT", "DELETE", "PATCH"})
  final void sendsTheMethod(String method) {
    transport.send(request(method, "/x"));

    assertThat(server.onlyRequest().method()).isEqualTo(method);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/xray/api/v2/policies",
        "/a%2Fb/%25/%3F%23/%20/%C3%BC",
        "/a%2fb",
        "/a?q=a%20b&r=%2B%26%3D&empty=",
        "/a?q=1&q=2",
        "/%F0%9F%98%80?%C3%BC=%E6%97%A5",
        "/a//b",
        "/~tilde_-."
      })
  final void sendsPathAndQueryAsTheyAreEncoded(String target) {
    transport.send(request("GET", target));

    assertThat(server.onlyRequest().target()).isEqualTo(target);
  }

  @Test
  final void sendsEveryHeader() {
    transport.send(request("GET", "/x")
        .withHeader("Authorization", "Bearer abc.def-123")
        .withHeader("User-Agent", "contract/1 (a; b)")
        .withHeader("Accept", "application/json")
        .withHeader("X-Own", "with blanks, commas; and=signs"));

    ContractServer.Received received = server.onlyRequest();
    assertThat(received.headers("authorization")).containsExactly("Bearer abc.def-123");
    assertThat(received.headers("user-agent")).containsExactly("contract/1 (a; b)");
    assertThat(received.headers("accept")).containsExactly("application/json");
    assertThat(received.headers("x-own")).containsExactly("with blanks, commas; and=signs");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 256, 100_000, 3_000_000})
  final void sendsTheBytesOfTheBody(int size) {
    byte[] body = bytes(size);

    transport.send(
        request("PUT", "/x").withHeader("Content-Type", "application/json").withBody(body));

    ContractServer.Received received = server.onlyRequest();
    assertThat(received.body()).isEqualTo(body);
    assertThat(received.headers("content-type")).containsExactly("application/json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "POST", "DELETE"})
  final void sendsNoBodyWhereThereIsNone(String method) {
    transport.send(request(method, "/x"));

    assertThat(server.onlyRequest().body()).isEmpty();
  }

  // Responses

  @ParameterizedTest
  @ValueSource(
      ints = {
        200, 201, 202, 204, 301, 302, 303, 304, 307, 308, 400, 401, 403, 404, 405, 407, 409, 415,
        418, 429, 500, 502, 503, 504, 599
      })
  final void returnsEveryStatusWithoutThrowing(int status) {
    server.answer(status, "Location: " + server.url() + "/elsewhere\r\n", new byte[0]);

    ApiResponse answer = transport.send(request("GET", "/x"));

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.header("Location")).hasValue(server.url() + "/elsewhere");
    assertThat(server.requests()).as("requests; redirects must not be followed").hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "POST", "DELETE"})
  final void sendsAWriteOnceWhateverTheStatus(String method) {
    for (int status : new int[] {301, 307, 401, 408, 429, 500, 503}) {
      server.answer(status, "Location: /elsewhere\r\nRetry-After: 0\r\n", new byte[0]);

      assertThat(transport.send(request(method, "/x")).statusCode()).isEqualTo(status);
    }

    assertThat(server.requests()).hasSize(7);
  }

  @Test
  final void returnsEveryHeaderWhateverItsCase() {
    server.answer(200, "X-Request-Id: abc\r\nx-many: a\r\nX-Many: b\r\n", new byte[0]);

    ApiResponse answer = transport.send(request("GET", "/x"));

    assertThat(answer.header("x-request-ID")).hasValue("abc");
    assertThat(answer.requestId()).hasValue("abc");
    assertThat(answer.headers().allValues("X-MANY")).containsExactly("a", "b");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 256, 100_000, 3_000_000})
  final void returnsTheBytesOfTheBody(int size) {
    byte[] body = bytes(size);
    server.answer(200, "Content-Type: application/octet-stream\r\n", body);

    assertThat(transport.send(request("GET", "/x")).body()).isEqualTo(body);
  }

  @Test
  final void returnsTheBodyOfAnError() {
    server.answer(400, "Content-Type: application/json\r\n", new byte[] {'{', '}'});

    assertThat(transport.send(request("PUT", "/x").withBody(bytes(9))).text()).isEqualTo("{}");
  }

  @Test
  final void returnsABodyInChunks() {
    byte[] body = bytes(10_000);
    server.respond(out -> {
      out.write(ContractServer.ascii("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"));
      for (int at = 0; at < body.length; at += 1_000) {
        out.write(ContractServer.ascii("3e8\r\n"));
        out.write(body, at, 1_000);
        out.write(ContractServer.ascii("\r\n"));
        out.flush();
      }
      out.write(ContractServer.ascii("0\r\n\r\n"));
    });

    assertThat(transport.send(request("GET", "/x")).body()).isEqualTo(body);
  }

  @Test
  final void doesNotDecompressABodyThatTheRequestAccepts() {
    byte[] body = {0x1f, (byte) 0x8b, 8, 0, 1, 2, 3};
    server.answer(200, "Content-Encoding: gzip\r\n", body);

    ApiResponse answer = transport.send(request("GET", "/x").withHeader("Accept-Encoding", "gzip"));

    assertThat(answer.body()).isEqualTo(body);
    assertThat(answer.header("Content-Encoding")).hasValue("gzip");
  }

  // Failures

  @ParameterizedTest
  @ValueSource(strings = {"GET", "PUT", "POST", "DELETE"})
  final void reportsThatNothingWasSentWhenTheConnectionIsRefused(String method) throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    ApiRequest request = ApiRequest.of(method, URI.create("http://127.0.0.1:" + port + "/x"));

    XrayTransportException e = failure(request);

    assertThat(e.kind()).isEqualTo(XrayTransportException.Kind.NO_CONNECTION);
    assertThat(e.isRequestSent()).as("requestSent").isFalse();
    assertThat(e.isRepeatable()).as("repeatable").isTrue();
    assertThat(e.method()).isEqualTo(method);
    assertThat(e.uri()).isEqualTo(request.uri());
    assertThat(e.getMessage()).contains("127.0.0.1:" + port).doesNotContain("null");
  }

  @Test
  final void reportsThatNothingWasSentWhenTheHostIsUnknown() {
    XrayTransportException e =
        failure(ApiRequest.of("POST", URI.create("http://does-not-exist.invalid/x")));

    assertThat(e.isRequestSent()).as("requestSent").isFalse();
    assertThat(e.getMessage()).contains("does-not-exist.invalid").doesNotContain("null");
  }

  @ParameterizedTest
  @EnumSource(Break.class)
  final void reportsThatTheServerMayHaveActedWhenTheConnectionBreaks(Break where) {
    server.respondAndClose(where.sent, where.reset);

    XrayTransportException e = failure(request("PUT", "/x").withBody(bytes(10)));

    assertThat(e).isNotInstanceOf(XrayTimeoutException.class);
    assertThat(e.isRequestSent()).as("requestSent").isTrue();
    assertThat(e.isRepeatable()).as("repeatable").isTrue();
    assertThat(server.requests()).as("requests; a write must not be repeated").hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(Break.class)
  final void doesNotReturnABrokenAnswerToARead(Break where) {
    server.respondAndClose(where.sent, where.reset);

    XrayTransportException e = failure(request("GET", "/x"));

    assertThat(e.isRequestSent()).as("requestSent").isTrue();
    assertThat(e.isRepeatable()).as("repeatable").isTrue();
  }

  @ParameterizedTest
  @EnumSource(Break.class)
  final void sendsTheNextRequestAfterABrokenConnection(Break where) {
    server.respondAndClose(where.sent, where.reset);
    failure(request("PUT", "/x"));
    server.answer(200, "", new byte[] {'o', 'k'});

    assertThat(transport.send(request("PUT", "/x")).text()).isEqualTo("ok");
  }

  @ParameterizedTest
  @EnumSource(Stall.class)
  final void endsAStalledAnswerWithinTheTimeLimitOfTheRequest(Stall where) {
    server.respondAndStall(where.sent);
    long begin = System.nanoTime();

    XrayTransportException e = failure(request("GET", "/x").withTimeout(SHORT));

    assertThat(Duration.ofNanos(System.nanoTime() - begin))
        .isBetween(SHORT.dividedBy(2), SHORT.plus(SOON));
    assertThat(e).isInstanceOf(XrayTimeoutException.class);
    assertThat(e.isRequestSent()).as("requestSent").isTrue();
    assertThat(e.isRepeatable()).as("repeatable").isFalse();
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  final void endsASlowAnswerWithinTheTimeLimitOfTheRequest() {
    server.respond(out -> {
      out.write(ContractServer.ascii("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n"));
      while (!server.awaitClose(Duration.ofMillis(20))) {
        out.write('x');
        out.flush();
      }
    });

    assertThat(failure(request("GET", "/x").withTimeout(SHORT)))
        .isInstanceOf(XrayTimeoutException.class);
  }

  @Test
  final void sendsTheNextRequestAfterATimeout() {
    server.respondAndStall(Stall.IN_THE_BODY.sent);
    failure(request("GET", "/x").withTimeout(SHORT));
    server.answer(200, "", new byte[] {'o', 'k'});

    assertThat(transport.send(request("GET", "/x")).text()).isEqualTo("ok");
  }

  // Downloads

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 100_000, 3_000_000})
  final void replacesTheContentOfTheFileByTheBody(int size) throws IOException {
    Path file = Files.writeString(folder.resolve("answer"), "what it held before");
    server.answer(200, "X-Kind: zip\r\n", bytes(size));

    ApiResponse answer = transport.download(request("GET", "/x"), file);

    assertThat(file).hasBinaryContent(bytes(size));
    assertThat(answer.body()).isEmpty();
    assertThat(answer.header("x-kind")).contains("zip");
  }

  @Test
  final void keepsTheFileAndReturnsTheBodyOfAnError() throws IOException {
    Path file = Files.writeString(folder.resolve("answer"), "before");
    server.answer(403, "", bytes(1000));

    ApiResponse answer = transport.download(request("GET", "/x"), file);

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).isEqualTo(bytes(1000));
    assertThat(file).hasContent("before");
  }

  @ParameterizedTest
  @EnumSource(Break.class)
  final void doesNotAcceptABrokenDownload(Break where) {
    server.respondAndClose(where.sent, where.reset);

    XrayTransportException e = downloadFailure(request("GET", "/x"), folder.resolve("answer"));

    assertThat(e.isRepeatable()).as("repeatable").isTrue();
  }

  @ParameterizedTest
  @EnumSource(Stall.class)
  final void endsAStalledDownloadWithinTheTimeLimitOfTheRequest(Stall where) {
    server.respondAndStall(where.sent);

    assertThat(downloadFailure(request("GET", "/x").withTimeout(SHORT), folder.resolve("answer")))
        .isInstanceOf(XrayTimeoutException.class);
  }

  @Test
  final void namesTheFileThatCannotBeWritten() {
    Path file = folder.resolve("no-such-folder").resolve("answer");
    server.answer(200, "", bytes(1000));

    XrayTransportException e = downloadFailure(request("GET", "/x"), file);

    assertThat(e)
        .hasMessageContaining("no-such-folder")
        .isNotInstanceOf(XrayTimeoutException.class);
    assertThat(e.isRepeatable()).as("repeatable").isFalse();
  }

  // Interrupts, threads, close

  @ParameterizedTest
  @EnumSource(Stall.class)
  final void endsOnAnInterruptAndKeepsTheInterruptFlag(Stall where) throws Exception {
    server.respondAndStall(where.sent);
    FutureTask<Boolean> call = new FutureTask<>(() -> {
      failure(request("GET", "/x"));
      return Thread.currentThread().isInterrupted();
    });
    Thread thread = start(call);
    server.awaitResponses(1);

    thread.interrupt();

    assertThat(call.get(SOON.toSeconds(), TimeUnit.SECONDS))
        .as("the interrupt flag")
        .isTrue();
  }

  @Test
  final void endsAtOnceOnAThreadThatIsInterrupted() throws Exception {
    server.respondAndStall(Stall.BEFORE_THE_HEADERS.sent);
    FutureTask<Boolean> call = new FutureTask<>(() -> {
      Thread.currentThread().interrupt();
      failure(request("GET", "/x"));
      return Thread.currentThread().isInterrupted();
    });
    start(call);

    assertThat(call.get(SOON.toSeconds(), TimeUnit.SECONDS))
        .as("the interrupt flag")
        .isTrue();
  }

  @Test
  final void returnsToEachThreadItsOwnAnswer() throws Exception {
    server.echo();
    List<FutureTask<Void>> calls = new ArrayList<>();
    for (int thread = 0; thread < 24; thread++) {
      int number = thread;
      FutureTask<Void> call = new FutureTask<>((Callable<Void>) () -> {
        for (int i = 0; i < 25; i++) {
          String target = "/" + number + "/" + i;
          byte[] body = ContractServer.ascii("body of " + target);
          ApiResponse answer = transport.send(request("PUT", target).withBody(body));
          assertThat(answer.text()).isEqualTo("PUT " + target + " body of " + target);
        }
        return null;
      });
      calls.add(call);
      start(call);
    }

    for (FutureTask<Void> call : calls) {
      call.get(30, TimeUnit.SECONDS);
    }
    assertThat(server.requests()).hasSize(24 * 25);
  }

  @ParameterizedTest
  @EnumSource(Stall.class)
  final void endsWaitingCallsWhenItIsClosed(Stall where) throws Exception {
    server.respondAndStall(where.sent);
    List<FutureTask<Boolean>> calls = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      FutureTask<Boolean> call = new FutureTask<>(() -> {
        failure(request("GET", "/x"));
        return Thread.currentThread().isInterrupted();
      });
      calls.add(call);
      start(call);
    }
    server.awaitResponses(4);

    transport.close();

    for (FutureTask<Boolean> call : calls) {
      assertThat(call.get(SOON.toSeconds(), TimeUnit.SECONDS))
          .as("the interrupt flag, which nobody set")
          .isFalse();
    }
  }

  @Test
  final void refusesRequestsAfterItIsClosed() {
    transport.send(request("GET", "/x"));
    transport.close();

    assertThatIllegalStateException()
        .isThrownBy(() -> transport.send(request("GET", "/x")))
        .withMessageContaining("closed");
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  final void canBeClosedUnusedAndAgain() {
    transport.close();
    transport.close();
  }

  private ApiRequest request(String method, String target) {
    return ApiRequest.of(method, URI.create(server.url() + target));
  }

  private XrayTransportException failure(ApiRequest request) {
    XrayTransportException failure =
        catchThrowableOfType(XrayTransportException.class, () -> transport.send(request));
    assertThat(failure).as("the failure of " + request).isNotNull();
    return failure;
  }

  private XrayTransportException downloadFailure(ApiRequest request, Path file) {
    XrayTransportException failure =
        catchThrowableOfType(XrayTransportException.class, () -> transport.download(request, file));
    assertThat(failure).as("the failure of " + request).isNotNull();
    return failure;
  }

  private static Thread start(Runnable task) {
    Thread thread = new Thread(task, "transport-contract");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private static byte[] bytes(int size) {
    byte[] bytes = new byte[size];
    new SplittableRandom(size).nextBytes(bytes);
    for (int i = 0; i < Math.min(size, 256); i++) {
      bytes[i] = (byte) i;
    }
    return bytes;
  }

  /** The point at which the server closes the connection. */
  enum Break {
    BEFORE_THE_ANSWER("", false),
    BEFORE_THE_ANSWER_BY_A_RESET("", true),
    IN_THE_HEADERS("HTTP/1.1 200 OK\r\nContent-Le", false),
    BEFORE_THE_BODY("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n", false),
    IN_THE_BODY("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n12345", false),
    IN_A_CHUNK("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\na\r\n12345", false),
    BEFORE_THE_LAST_CHUNK(
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n12345\r\n", false);

    private final byte[] sent;
    private final boolean reset;

    Break(String sent, boolean reset) {
      this.sent = ContractServer.ascii(sent);
      this.reset = reset;
    }
  }

  /** The point at which the server stops sending its answer. */
  enum Stall {
    BEFORE_THE_HEADERS(""),
    IN_THE_HEADERS("HTTP/1.1 200 OK\r\nContent-Le"),
    BEFORE_THE_BODY("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n"),
    IN_THE_BODY("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n12345");

    private final byte[] sent;

    Stall(String sent) {
      this.sent = ContractServer.ascii(sent);
    }
  }
}
