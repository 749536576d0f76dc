package io.github.xrayclient.benchmark.page;

import io.github.xrayclient.benchmark.server.ServerKey;
import io.github.xrayclient.benchmark.server.ServerProcess;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A server with one page of policies that speaks HTTP or HTTPS. */
final class Endpoint implements AutoCloseable {
  private static final int POLICIES = 100;

  private final ServerProcess server;
  private final Optional<ServerKey> key;

  private Endpoint(ServerProcess server, Optional<ServerKey> key) {
    this.server = server;
    this.key = key;
  }

  static Endpoint http() throws IOException {
    return new Endpoint(new ServerProcess(POLICIES, 0), Optional.empty());
  }

  static Endpoint https() throws IOException, InterruptedException {
    ServerKey key = ServerKey.create();
    return new Endpoint(ServerProcess.secure(POLICIES, key), Optional.of(key));
  }

  /** The arguments of a process that reads from this server, after a first argument. */
  String[] arguments(String first) {
    List<String> arguments = new ArrayList<>(List.of(first, server.url()));
    key.ifPresent(file -> arguments.add(file.file().toString()));
    return arguments.toArray(new String[0]);
  }

  @Override
  public void close() {
    server.close();
  }
}
