package io.github.xrayclient.benchmark.page;

import io.github.xrayclient.benchmark.peer.Contender;
import io.github.xrayclient.benchmark.process.Jars;
import io.github.xrayclient.benchmark.process.Java;
import io.github.xrayclient.benchmark.table.Effort;
import io.github.xrayclient.benchmark.table.Measured;
import io.github.xrayclient.benchmark.table.Rounds;
import io.github.xrayclient.benchmark.table.Row;
import io.github.xrayclient.benchmark.table.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;

/** Shows how long a new process of each contender takes, and which jars it needs. */
public final class StartTable implements Table {
  private static final int ROUNDS = 11;
  private static final ToDoubleFunction<Double> TIME = milliseconds -> milliseconds;

  private final Effort effort;
  private final Consumer<Object> out;

  public StartTable(Effort effort, Consumer<Object> out) {
    this.effort = effort;
    this.out = out;
  }

  @Override
  public void print() throws IOException, InterruptedException {
    try (Endpoint https = Endpoint.https();
        Endpoint http = Endpoint.http()) {
      Rounds<Contender, Double> secure = measure(https);
      Rounds<Contender, Double> open = measure(http);
      out.accept("| a new process reads one page, median of " + open.number(Contender.JDK)
          + " runs | HTTPS | range | ratio | HTTP | range | ratio | jars | size |");
      out.accept("| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
      for (Contender contender : Contender.values()) {
        List<Path> jars = contender.jars();
        out.accept("| " + contender.title() + cells(secure, contender) + cells(open, contender)
            + " | " + jars.size()
            + " | " + new Measured(Jars.bytes(jars) / 1e6, "MB") + " |");
      }
      out.accept("");
      goals(secure, open);
    }
  }

  private void goals(Rounds<Contender, Double> secure, Rounds<Contender, Double> open)
      throws IOException {
    List<Path> jars = Contender.LIBRARY.jars();
    out.accept(Row.HEAD);
    out.accept(row("HTTPS", secure));
    out.accept(row("HTTP", open));
    out.accept(Row.limit(8, "number of run-time jars", new Measured(jars.size(), "jars")));
    out.accept(
        Row.limit(4.2, "size of the run-time jars", new Measured(Jars.bytes(jars) / 1e6, "MB")));
  }

  private static Row row(String protocol, Rounds<Contender, Double> found) {
    return Row.atMost(
        1.2,
        "start-up: JVM to first page decoded, over " + protocol,
        new Measured(found.median(Contender.JDK, TIME), "ms"),
        new Measured(found.median(Contender.LIBRARY, TIME), "ms"),
        found.ratio(Contender.LIBRARY, Contender.JDK, TIME));
  }

  private Rounds<Contender, Double> measure(Endpoint endpoint)
      throws IOException, InterruptedException {
    Rounds<Contender, Double> found = new Rounds<>();
    for (int round = 0; round <= effort.rounds(ROUNDS); round++) {
      System.err.println("start " + round + "/" + effort.rounds(ROUNDS));
      for (Contender contender : Contender.values()) {
        double time = firstPage(contender, endpoint);
        if (round > 0) { // in the first round, the files may have to be read from the disk
          found.add(contender, time);
        }
      }
    }
    return found;
  }

  private static String cells(Rounds<Contender, Double> found, Contender contender) {
    double ratio = found.ratio(contender, Contender.JDK, TIME);
    return " | " + new Measured(found.median(contender, TIME), "ms")
        + " | " + found.range(contender, TIME) + " ms"
        + String.format(Locale.ROOT, " | %.2f×", ratio);
  }

  private static double firstPage(Contender contender, Endpoint endpoint)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    Java.output(Java.start(
        contender.jars(),
        contender.options(),
        FirstPage.class,
        endpoint.arguments(contender.name())));
    return (System.nanoTime() - start) / 1e6;
  }
}
