package io.github.xrayclient.testing.internal.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.github.xrayclient.testing.FakeXray;
import io.github.xrayclient.testing.RecordedRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The HTTP server: it records each request, lets it fail if a test wants that, and sends the
 * answer.
 */
public final class FakeHttp implements HttpHandler {
  /** Called for each request to any server, before it is answered. */
  public static final List<Consumer<RecordedRequest>> LISTENERS = new CopyOnWriteArrayList<>();

  private static final System.Logger LOG = System.getLogger(FakeXray.class.getName());

  private static final int BACKLOG = 1024;
  private static final AtomicInteger THREAD_NUMBER = new AtomicInteger();

  static {
    // The JDK's server reads these properties once. Without this one, JDK 17 needs 44 ms for
    // a small answer.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    // With the default of 200, the server closes connections that a client with many threads is
    // about to reuse.
    System.setProperty("sun.net.httpserver.maxIdleConnections", "10000");
  }

  private final Settings settings;
  private final FailureScript failures;
  private final Function<RecordedRequest, Answer> application;
  private final List<RecordedRequest> requests = new ArrayList<>();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newCachedThreadPool(FakeHttp::newThread);
  private final HttpServer server;

  public FakeHttp(
      Settings settings, FailureScript failures, Function<RecordedRequest, Answer> application) {
    this.settings = settings;
    this.failures = failures;
    this.application = application;
    try {
      InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
      this.server = HttpServer.create(new InetSocketAddress(loopback, 0), BACKLOG);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot open a port on 127.0.0.1", e);
    }
  }

  public void start() {
    server.createContext("/", this);
    server.setExecutor(threads);
    // The server's thread inherits the daemon flag of the thread that starts it, so a server that a
    // test does not close does not keep the JVM alive.
    CompletableFuture.runAsync(server::start, threads).join();
  }

  public int port() {
    return server.getAddress().getPort();
  }

  public List<RecordedRequest> requests() {
    synchronized (requests) {
      return List.copyOf(requests);
    }
  }

  public void clearRequests() {
    synchronized (requests) {
      requests.clear();
    }
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try {
      RecordedRequest request = read(exchange);
      Optional<Failure> failure = failures.next();
      if (!closing.await(settings.latency.toNanos(), TimeUnit.NANOSECONDS)) {
        answer(exchange, request, failure.orElse(Failure.NONE));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      exchange.close(); // closes the connection of an incomplete answer
    }
  }

  private RecordedRequest read(HttpExchange exchange) throws IOException {
    RecordedRequest request = new RecordedRequest(
        exchange.getRequestMethod(),
        exchange.getRequestURI(),
        exchange.getRequestHeaders(),
        exchange.getRequestBody().readAllBytes());
    synchronized (requests) {
      requests.add(request);
    }
    LISTENERS.forEach(listener -> listener.accept(request));
    return request;
  }

  private void answer(HttpExchange exchange, RecordedRequest request, Failure failure)
      throws IOException, InterruptedException {
    Answer answer = failure.instead().orElseGet(() -> applied(request));
    failure.delivery().deliver(exchange, answer, closing);
  }

  /**
   * Returns the answer with its bytes. A failure of this server is logged, and reported to the
   * client.
   */
  private Answer applied(RecordedRequest request) {
    try {
      return application.apply(request).written();
    } catch (RuntimeException | Error e) {
      LOG.log(System.Logger.Level.ERROR, "FakeXray cannot handle " + request, e);
      return Answer.failed(e);
    }
  }

  /** Frees the port, and ends all exchanges. */
  public void close() {
    closing.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  private static Thread newThread(Runnable task) {
    Thread thread = new Thread(task, "fake-xray-" + THREAD_NUMBER.incrementAndGet());
    thread.setDaemon(true);
    return thread;
  }
}
