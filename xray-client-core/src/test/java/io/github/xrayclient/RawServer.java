package io.github.xrayclient;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Sends bytes that no HTTP server would send; each answer ends its connection. */
final class RawServer implements AutoCloseable {
  private final ServerSocket socket;
  private volatile List<byte[]> answers = List.of();
  private final AtomicInteger asked = new AtomicInteger();

  RawServer() throws IOException {
    socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread thread = new Thread(this::serve, "raw-server");
    thread.setDaemon(true);
    thread.start();
  }

  String url() {
    return "http://127.0.0.1:" + socket.getLocalPort();
  }

  /** Answers the next requests so, and all after them like the last. */
  void answer(List<byte[]> next) {
    answers = next;
    asked.set(0);
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (Socket connection = socket.accept()) {
        if (readHead(connection.getInputStream())) {
          List<byte[]> now = answers;
          int number = Math.min(asked.getAndIncrement(), now.size() - 1);
          connection.getOutputStream().write(now.get(number));
        }
      } catch (SocketException closed) {
        // the client closed it, or this server, which then ends
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static boolean readHead(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n", Math.max(0, head.length() - 4)) < 0) {
      int next = in.read();
      if (next < 0) {
        return false;
      }
      head.append(new String(new byte[] {(byte) next}, ISO_8859_1));
    }
    return true;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
