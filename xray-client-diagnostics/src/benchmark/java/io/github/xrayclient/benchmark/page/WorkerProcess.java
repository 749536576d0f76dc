package io.github.xrayclient.benchmark.page;

import io.github.xrayclient.benchmark.peer.Contender;
import io.github.xrayclient.benchmark.process.Java;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A {@link Worker} in another process, which waits between two measurements. */
final class WorkerProcess implements AutoCloseable {
  private static final List<String> HEAP = List.of("-Xms512m", "-Xmx512m", "-XX:+UseSerialGC");

  private final Contender contender;
  private final Process process;
  private final PrintStream in;
  private final BufferedReader out;

  WorkerProcess(Contender contender, Endpoint endpoint) throws IOException {
    this.contender = contender;
    List<String> options = new ArrayList<>(HEAP);
    options.addAll(contender.options());
    process =
        Java.start(contender.jars(), options, Worker.class, endpoint.arguments(contender.name()));
    in = new PrintStream(process.getOutputStream(), true, StandardCharsets.US_ASCII);
    out = new BufferedReader(
        new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
  }

  Contender contender() {
    return contender;
  }

  /** Lets a number of threads read pages for this time. */
  Sample measure(Callers callers, int number, Duration time) throws IOException {
    in.println(callers + " " + number + " " + time.toMillis());
    String line = out.readLine();
    if (line == null) {
      throw new IllegalStateException("the process of " + contender + " ended");
    }
    return Sample.parse(line);
  }

  @Override
  public void close() {
    process.destroy();
  }
}
