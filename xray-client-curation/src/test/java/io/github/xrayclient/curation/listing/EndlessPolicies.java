package io.github.xrayclient.curation.listing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.xrayclient.testsupport.Fixtures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A listing of this length, whose pages are made when they are asked for: one sample over and over. */
final class EndlessPolicies implements AutoCloseable {
  final AtomicInteger requests = new AtomicInteger();

  private final String row = Fixtures.json("policies/GET_{id}_200.json").toString();
  private final int total;
  private final HttpServer server;

  EndlessPolicies(int total) {
    this.total = total;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/xray/api/v1/curation/policies", this::answer);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void answer(HttpExchange exchange) throws IOException {
    requests.incrementAndGet();
    Map<String, String> query = Stream.of(exchange.getRequestURI().getQuery().split("&"))
        .map(pair -> pair.split("="))
        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    int rows = Integer.parseInt(query.get("num_of_rows"));
    int page = Integer.parseInt(query.get("page_num"));
    byte[] body = page(page, rows).getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private String page(int page, int rows) {
    int first = (page - 1) * rows + 1;
    int last = Math.min(page * rows, total);
    return IntStream.rangeClosed(first, last)
        .mapToObj(id -> row.replace("{\"id\":\"11\",", "{\"id\":\"" + id + "\","))
        .collect(Collectors.joining(
            ",",
            "{\"data\":[",
            "],\"meta\":{\"total_count\":" + total + ",\"result_count\":" + (last - first + 1)
                + ",\"order_by\":\"id\",\"direction\":\"asc\",\"num_of_rows\":" + rows
                + ",\"page_num\":" + page + "}}"));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
