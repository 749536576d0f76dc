package io.github.xrayclient.benchmark.command;

import io.github.xrayclient.benchmark.process.Java;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A {@link GovernedServer} in another process, which runs until this is closed. */
final class ServerProcess implements AutoCloseable {
  private final Process process;
  private final String url;

  ServerProcess(int objects, String changed) throws IOException {
    process = Java.start(List.of(), GovernedServer.class, Integer.toString(objects), changed);
    BufferedReader out = new BufferedReader(
        new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
    url = out.readLine();
  }

  String url() {
    return url;
  }

  @Override
  public void close() {
    process.destroy();
  }
}
