package io.github.xrayclient.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Authenticator;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/** A proxy that answers by itself and forwards nothing. */
final class TinyProxy implements AutoCloseable {
  static final String REFUSED = "HTTP/1.1 407 Proxy Authentication Required\r\n"
      + "Proxy-Authenticate: Basic realm=\"corporate\"\r\nContent-Length: 0\r\n\r\n";
  static final String SECRET = "pr0xy-s3cr3t";

  private final List<String> heads = new CopyOnWriteArrayList<>();
  private final UnaryOperator<String> script;
  private final ServerSocket socket;

  /**
   * @param script gives the answer to the head of a request
   */
  TinyProxy(UnaryOperator<String> script) {
    this.script = script;
    try {
      socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    startDaemon(this::accept);
  }

  /** The heads of the requests so far. */
  List<String> heads() {
    return heads;
  }

  int port() {
    return socket.getLocalPort();
  }

  /** Makes a client go through this proxy. */
  void use(HttpClient.Builder client, boolean login) {
    client.proxy(
        ProxySelector.of(InetSocketAddress.createUnresolved("127.0.0.1", socket.getLocalPort())));
    if (login) {
      client.authenticator(new Authenticator() {
        @Override
        protected PasswordAuthentication getPasswordAuthentication() {
          return new PasswordAuthentication("proxy-user", SECRET.toCharArray());
        }
      });
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept() {
    while (true) {
      try {
        Socket connection = socket.accept();
        startDaemon(() -> serve(connection));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket connection) {
    try (connection;
        BufferedReader in = new BufferedReader(
            new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII))) {
      StringBuilder head = new StringBuilder();
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (!line.isEmpty()) {
          head.append(line).append('\n');
          continue;
        }
        heads.add(head.toString());
        connection
            .getOutputStream()
            .write(script.apply(head.toString()).getBytes(StandardCharsets.US_ASCII));
        head.setLength(0);
      }
    } catch (IOException clientIsGone) {
      // nothing to answer
    }
  }

  private static void startDaemon(Runnable task) {
    Thread thread = new Thread(task, "tiny-proxy");
    thread.setDaemon(true);
    thread.start();
  }
}
