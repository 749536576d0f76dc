package io.github.xrayclient.testing.internal.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;

/** Which part of an answer is sent. The caller closes the exchange afterwards. */
public enum Delivery {
  /** Sends the whole answer. */
  WHOLE {
    @Override
    void deliver(HttpExchange exchange, Answer answer, CountDownLatch closing) throws IOException {
      byte[] body = answer.body();
      boolean bodiless = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
      sendHeaders(exchange, answer, bodiless ? -1 : body.length);
      if (!bodiless) {
        exchange.getResponseBody().write(body);
      }
    }
  },
  /** Sends nothing. */
  NOTHING {
    @Override
    void deliver(HttpExchange exchange, Answer answer, CountDownLatch closing) {}
  },
  /** Sends the headers and half of the body. */
  HALF_OF_THE_BODY {
    @Override
    void deliver(HttpExchange exchange, Answer answer, CountDownLatch closing) throws IOException {
      sendHalf(exchange, answer);
    }
  },
  /** Sends nothing, and waits until the server is closed. */
  STALL_BEFORE_THE_HEADERS {
    @Override
    void deliver(HttpExchange exchange, Answer answer, CountDownLatch closing)
        throws InterruptedException {
      closing.await();
    }
  },
  /** Sends the headers and half of the body, and waits until the server is closed. */
  STALL_IN_THE_BODY {
    @Override
    void deliver(HttpExchange exchange, Answer answer, CountDownLatch closing)
        throws IOException, InterruptedException {
      sendHalf(exchange, answer);
      closing.await();
    }
  };

  abstract void deliver(HttpExchange exchange, Answer answer, CountDownLatch closing)
      throws IOException, InterruptedException;

  private static void sendHeaders(HttpExchange exchange, Answer answer, long length)
      throws IOException {
    answer.headers().forEach(exchange.getResponseHeaders()::set);
    exchange.sendResponseHeaders(answer.status(), length);
  }

  /** Announces more bytes than it sends, even for an empty body. */
  private static void sendHalf(HttpExchange exchange, Answer answer) throws IOException {
    byte[] body = answer.body();
    sendHeaders(exchange, answer, body.length + 1L);
    exchange.getResponseBody().write(body, 0, body.length / 2);
    exchange.getResponseBody().flush();
  }
}
