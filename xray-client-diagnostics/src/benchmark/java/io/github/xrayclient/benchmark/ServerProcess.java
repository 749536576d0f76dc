package io.github.xrayclient.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** A {@link PolicyServer} in another process, which runs until this is closed. */
final class ServerProcess implements AutoCloseable {
  private final Process process;
  private final String url;

  ServerProcess(long policies, long latencyMilliseconds) throws IOException {
    process =
        Java.start(PolicyServer.class, Long.toString(policies), Long.toString(latencyMilliseconds));
    BufferedReader out = new BufferedReader(
        new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
    url = "http://127.0.0.1:" + out.readLine();
  }

  String url() {
    return url;
  }

  @Override
  public void close() {
    process.destroy();
  }
}
