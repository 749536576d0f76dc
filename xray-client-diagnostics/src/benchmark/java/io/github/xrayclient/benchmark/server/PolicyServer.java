package io.github.xrayclient.benchmark.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server with a listing of curation policies and a version, in its own process: {@code
 * PolicyServer TOTAL LATENCY_MS [KEY]}. It speaks HTTPS if there is a file with a {@link
 * ServerKey}. It prints its port, and ends when its standard input ends.
 */
public final class PolicyServer {
  private static final int WAITING_CONNECTIONS = 1_000;
  private static final Pattern ROWS = Pattern.compile("num_of_rows=(\\d+)");
  private static final Pattern PAGE = Pattern.compile("page_num=(\\d+)");
  private static final byte[] VERSION =
      "{\"xray_version\":\"3.131.9\",\"xray_revision\":\"7b0f1c2\"}"
          .getBytes(StandardCharsets.UTF_8);

  private final CurationPages pages = new CurationPages();
  private final Map<String, byte[]> made =
      new ConcurrentHashMap<>(); // made once, so that making them is not measured
  private final long total;
  private final long latency;

  private PolicyServer(long total, long latencyMilliseconds) {
    this.total = total;
    this.latency = TimeUnit.MILLISECONDS.toNanos(latencyMilliseconds);
  }

  public static void main(String[] args) throws IOException, GeneralSecurityException {
    PolicyServer answers = new PolicyServer(Long.parseLong(args[0]), Long.parseLong(args[1]));
    InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    HttpServer server = args.length == 2
        ? HttpServer.create(anyPort, WAITING_CONNECTIONS)
        : secure(anyPort, new ServerKey(Path.of(args[2])));
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/xray/api/v1/curation/policies", answers::listing);
    server.createContext("/xray/api/v1/system/version", answers::version);
    server.start();
    System.out.println(server.getAddress().getPort());
    while (System.in.read() >= 0) {
      // the process that started this server is still running
    }
    System.exit(0);
  }

  private static HttpServer secure(InetSocketAddress address, ServerKey key)
      throws IOException, GeneralSecurityException {
    HttpsServer server = HttpsServer.create(address, WAITING_CONNECTIONS);
    server.setHttpsConfigurator(new HttpsConfigurator(key.context()));
    return server;
  }

  private void listing(HttpExchange exchange) throws IOException {
    LockSupport.parkNanos(latency);
    String query = exchange.getRequestURI().getRawQuery();
    long page = number(PAGE, query);
    int rows = (int) number(ROWS, query);
    answer(exchange, made.computeIfAbsent(page + "/" + rows, key -> pages.page(page, rows, total)));
  }

  private void version(HttpExchange exchange) throws IOException {
    answer(exchange, VERSION);
  }

  private static void answer(HttpExchange exchange, byte[] body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, body.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(body);
    }
  }

  private static long number(Pattern parameter, String query) {
    Matcher matcher = parameter.matcher(query);
    if (!matcher.find()) {
      throw new IllegalArgumentException(
          "the query must match " + parameter + ", but was " + query);
    }
    return Long.parseLong(matcher.group(1));
  }
}
