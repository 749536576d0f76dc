package io.github.xrayclient.testing;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * A server over plain sockets for {@link TransportContract}, which controls every byte that is
 * sent.
 */
final class ContractServer implements AutoCloseable {
  private final ServerSocket socket;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final List<Socket> connections = new ArrayList<>();
  private final List<Received> requests = new ArrayList<>();
  private final Semaphore responses = new Semaphore(0);
  private volatile Response response;

  ContractServer() throws IOException {
    socket = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
    answer(200, "", new byte[0]);
    startDaemon(this::accept);
  }

  /** Writes an answer. The connection stays open afterwards. */
  interface Script {
    void write(OutputStream out) throws IOException;
  }

  private interface Response {
    /** Sends an answer, and returns whether the connection stays open. */
    boolean send(Received request, Socket connection) throws IOException;
  }

  String url() {
    return "http://127.0.0.1:" + socket.getLocalPort();
  }

  /**
   * Answers each request with this status and body. Each line of the headers must end with CRLF.
   */
  void answer(int status, String headers, byte[] body) {
    boolean bodiless = status == 204 || status == 304;
    String head = "HTTP/1.1 " + status + " Whatever\r\n" + headers
        + (bodiless ? "" : "Content-Length: " + body.length + "\r\n") + "\r\n";
    respond(out -> {
      out.write(ascii(head));
      out.write(body);
    });
  }

  /** Answers each request with its own method, target and body. */
  void echo() {
    response = (request, connection) -> {
      ByteArrayOutputStream body = new ByteArrayOutputStream();
      body.write(ascii(request.method() + " " + request.target() + " "));
      body.write(request.body());
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      all.write(ascii("HTTP/1.1 200 OK\r\nContent-Length: " + body.size() + "\r\n\r\n"));
      all.write(body.toByteArray());
      connection.getOutputStream().write(all.toByteArray());
      return true;
    };
  }

  /** Answers each request with what the script writes. */
  void respond(Script script) {
    response = (request, connection) -> {
      OutputStream out = connection.getOutputStream();
      script.write(out);
      out.flush();
      return true;
    };
  }

  /** Sends this part of an answer, and closes the connection. */
  void respondAndClose(byte[] sent, boolean reset) {
    response = (request, connection) -> {
      connection.getOutputStream().write(sent);
      if (reset) {
        connection.setSoLinger(true, 0);
      }
      return false;
    };
  }

  /** Sends this part of an answer, and nothing more until the server is closed. */
  void respondAndStall(byte[] sent) {
    response = (request, connection) -> {
      connection.getOutputStream().write(sent);
      responses.release();
      awaitClose(Duration.ofMinutes(5));
      return false;
    };
  }

  /** Waits until this many stalling answers have started. */
  void awaitResponses(int number) throws InterruptedException {
    if (!responses.tryAcquire(number, 20, TimeUnit.SECONDS)) {
      throw new AssertionError("fewer than " + number + " requests arrived within 20 seconds");
    }
  }

  /** Waits for the server to be closed, and returns whether that happened within this time. */
  boolean awaitClose(Duration limit) {
    try {
      return closing.await(limit.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      return true;
    }
  }

  List<Received> requests() {
    synchronized (requests) {
      return List.copyOf(requests);
    }
  }

  Received onlyRequest() {
    List<Received> all = requests();
    if (all.size() != 1) {
      throw new AssertionError(
          "one request was expected, but the number of requests was " + all.size());
    }
    return all.get(0);
  }

  @Override
  public void close() throws IOException {
    closing.countDown();
    socket.close();
    synchronized (connections) {
      for (Socket connection : connections) {
        connection.close();
      }
    }
  }

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private void accept() {
    while (true) {
      try {
        Socket connection = socket.accept();
        connection.setTcpNoDelay(true);
        synchronized (connections) {
          connections.add(connection);
        }
        startDaemon(() -> serve(connection));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      InputStream in = new BufferedInputStream(connection.getInputStream());
      boolean open = true;
      while (open) {
        Received request = Received.read(in);
        synchronized (requests) {
          requests.add(request);
        }
        open = response.send(request, connection);
      }
    } catch (IOException clientIsGone) {
      // the client closed the connection, so there is nothing to answer
    }
  }

  private static void startDaemon(Runnable task) {
    Thread thread = new Thread(task, "contract-server");
    thread.setDaemon(true);
    thread.start();
  }

  /** A request as it was received. */
  static final class Received {
    private final String method;
    private final String target;
    private final Map<String, List<String>> headers;
    private final byte[] body;

    private Received(String method, String target, Map<String, List<String>> headers, byte[] body) {
      this.method = method;
      this.target = target;
      this.headers = headers;
      this.body = body;
    }

    String method() {
      return method;
    }

    /** The path and query as received. */
    String target() {
      return target;
    }

    List<String> headers(String name) {
      return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    }

    byte[] body() {
      return body;
    }

    private static Received read(InputStream in) throws IOException {
      String[] first = line(in).split(" ", 3);
      Map<String, List<String>> headers = new TreeMap<>();
      for (String line = line(in); !line.isEmpty(); line = line(in)) {
        int colon = line.indexOf(':');
        headers
            .computeIfAbsent(
                line.substring(0, colon).toLowerCase(Locale.ROOT), name -> new ArrayList<>())
            .add(line.substring(colon + 1).strip());
      }
      byte[] body;
      if (headers.containsKey("transfer-encoding")) {
        body = chunks(in);
      } else {
        List<String> length = headers.getOrDefault("content-length", List.of("0"));
        body = exactly(in, Integer.parseInt(length.get(0)));
      }
      return new Received(first[0], first[1], headers, body);
    }

    private static byte[] chunks(InputStream in) throws IOException {
      ByteArrayOutputStream body = new ByteArrayOutputStream();
      while (true) {
        int size = Integer.parseInt(line(in).split(";", 2)[0].strip(), 16);
        body.write(exactly(in, size));
        line(in);
        if (size == 0) {
          return body.toByteArray();
        }
      }
    }

    private static byte[] exactly(InputStream in, int size) throws IOException {
      byte[] bytes = in.readNBytes(size);
      if (bytes.length < size) {
        throw new EOFException();
      }
      return bytes;
    }

    private static String line(InputStream in) throws IOException {
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      for (int b = in.read(); b != '\n'; b = in.read()) {
        if (b < 0) {
          throw new EOFException();
        }
        line.write(b);
      }
      return line.toString(StandardCharsets.US_ASCII).strip();
    }
  }
}
