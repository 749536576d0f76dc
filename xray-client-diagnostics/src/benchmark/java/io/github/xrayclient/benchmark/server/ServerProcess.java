package io.github.xrayclient.benchmark.server;

import io.github.xrayclient.benchmark.process.Java;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A {@link PolicyServer} in another process, which runs until this is closed. */
public final class ServerProcess implements AutoCloseable {
  /** The server keeps all connections open, also those that nobody uses at the moment. */
  private static final List<String> OPTIONS = List.of(
      "-Dsun.net.httpserver.idleInterval=3600", "-Dsun.net.httpserver.maxIdleConnections=5000");

  private final Process process;
  private final String url;

  public ServerProcess(long policies, long latencyMilliseconds) throws IOException {
    this("http", Long.toString(policies), Long.toString(latencyMilliseconds));
  }

  private ServerProcess(String scheme, String... arguments) throws IOException {
    process = Java.start(OPTIONS, PolicyServer.class, arguments);
    BufferedReader out = new BufferedReader(
        new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
    url = scheme + "://127.0.0.1:" + out.readLine();
  }

  /** Starts a server that speaks HTTPS and answers without delay. */
  public static ServerProcess secure(long policies, ServerKey key) throws IOException {
    return new ServerProcess("https", Long.toString(policies), "0", key.file().toString());
  }

  public String url() {
    return url;
  }

  @Override
  public void close() {
    process.destroy();
  }
}
