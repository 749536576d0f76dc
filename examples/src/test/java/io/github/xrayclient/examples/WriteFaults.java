package io.github.xrayclient.examples;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A proxy before a server. It forwards reads, and decides what happens to each write. */
public final class WriteFaults implements AutoCloseable {
  /** What happens to a write. */
  public enum Fate {
    PASS,
    /** The proxy answers 400, and the server does not receive the write. */
    REFUSE,
    /** The proxy answers 403, and the server does not receive the write. */
    FORBID,
    /** The proxy answers 500, and the server does not receive the write. */
    FAIL,
    /** The proxy answers 429 and asks for a repetition at once; the write does not get through. */
    THROTTLE,
    /** The connection breaks before the server receives the write. */
    RESET,
    /** The write takes effect, and the connection breaks. */
    DROP,
    /** The write takes effect, the connection breaks, and later requests are answered by 500. */
    LOSE,
    /** The write takes effect and is answered, and later requests are answered by 500. */
    BLIND,
    /** The write takes effect, and is not answered before the proxy is closed. */
    HOLD
  }

  private final HttpClient client = HttpClient.newHttpClient();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch held = new CountDownLatch(1);
  private final CountDownLatch end = new CountDownLatch(1);
  private final HttpServer http;
  private volatile String server;
  private final String refusal;
  private volatile String forbidden = "nothing";
  private volatile Runnable beforeWrite = () -> {};
  private Fate[] fates = {};
  private int writes;
  private boolean blind;

  public WriteFaults(String server, String refusal) {
    this.server = server;
    this.refusal = refusal;
    try {
      http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    http.setExecutor(threads);
    http.createContext("/", this::answer);
    http.start();
  }

  public String url() {
    return "http://127.0.0.1:" + http.getAddress().getPort();
  }

  /** Sets what happens to the next writes, in order. Later writes pass. */
  public synchronized void next(Fate... order) {
    fates = order;
    writes = 0;
    blind = false;
    forbidden = "nothing";
  }

  /** Forwards to another server from now on. */
  void standBefore(String url) {
    server = url;
  }

  /** Answers every request by 500 from now on. */
  synchronized void goBlind() {
    blind = true;
  }

  /** Answers reads of exactly this path and query by 403. */
  void forbid(String pathAndQuery) {
    forbidden = pathAndQuery;
  }

  public synchronized int writes() {
    return writes;
  }

  /** Does this when a write arrives, in the thread that forwards it. */
  public void beforeEachWrite(Runnable action) {
    beforeWrite = action;
  }

  /** Waits until a write is held. */
  void awaitHeld() throws InterruptedException {
    held.await();
  }

  private synchronized Fate fate() {
    Fate fate = writes < fates.length ? fates[writes] : Fate.PASS;
    writes++;
    return fate;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try {
      boolean write = !exchange.getRequestMethod().equals("GET")
          && exchange
              .getRequestURI()
              .getPath()
              .matches(".*/(policies|watches|curation|ignore_rules)(/.*)?");
      if (write) {
        beforeWrite.run();
      }
      answer(exchange, write ? fate() : Fate.PASS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      exchange.close();
    }
  }

  private void answer(HttpExchange exchange, Fate fate) throws IOException, InterruptedException {
    if (fate == Fate.REFUSE) {
      send(exchange, 400, refusal.getBytes(StandardCharsets.UTF_8));
      return;
    }
    if (fate == Fate.FORBID || exchange.getRequestURI().toString().equals(forbidden)) {
      send(exchange, 403, "{\"error\":\"no right\"}".getBytes(StandardCharsets.UTF_8));
      return;
    }
    if (fate == Fate.RESET) {
      return;
    }
    if (fate == Fate.THROTTLE) {
      exchange.getResponseHeaders().set("Retry-After", "0");
      send(exchange, 429, "{\"error\":\"too many requests\"}".getBytes(StandardCharsets.UTF_8));
      return;
    }
    if (fate == Fate.FAIL || isBlind()) {
      send(exchange, 500, "{\"error\":\"broken\"}".getBytes(StandardCharsets.UTF_8));
      return;
    }
    HttpResponse<byte[]> answer = forward(exchange);
    if (fate == Fate.LOSE || fate == Fate.BLIND) {
      goBlind();
    }
    if (fate == Fate.HOLD) {
      held.countDown();
      end.await();
    }
    if (fate != Fate.LOSE && fate != Fate.DROP) {
      send(exchange, answer.statusCode(), answer.body());
    }
  }

  private synchronized boolean isBlind() {
    return blind;
  }

  private HttpResponse<byte[]> forward(HttpExchange exchange)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(
            URI.create(server + exchange.getRequestURI()))
        .method(
            exchange.getRequestMethod(),
            BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
    for (String header : new String[] {"Authorization", "Content-Type", "Accept"}) {
      String value = exchange.getRequestHeaders().getFirst(header);
      if (value != null) {
        request.header(header, value);
      }
    }
    return client.send(request.build(), BodyHandlers.ofByteArray());
  }

  private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    end.countDown();
    http.stop(0);
    threads.shutdownNow();
  }
}
