package io.github.xrayclient.diagnostics.block;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A server that sends a file without an end, until the client closes the connection. */
final class EndlessDownload implements AutoCloseable {
  private final AtomicInteger requests = new AtomicInteger();
  private final CountDownLatch cancelled = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;

  EndlessDownload() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", exchange -> {
      requests.incrementAndGet();
      exchange.sendResponseHeaders(200, 0);
      byte[] block = new byte[8192];
      try (OutputStream body = exchange.getResponseBody()) {
        while (!Thread.currentThread().isInterrupted()) {
          body.write(block);
        }
      } catch (IOException closed) {
        cancelled.countDown();
      }
    });
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  int requests() {
    return requests.get();
  }

  /** Whether the client closed the connection; waits for it for a while. */
  boolean isCancelled() {
    try {
      return cancelled.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
