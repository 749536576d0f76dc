package io.github.xrayclient.benchmark.page;

import io.github.xrayclient.benchmark.peer.Contender;
import io.github.xrayclient.benchmark.table.Effort;
import io.github.xrayclient.benchmark.table.Measured;
import io.github.xrayclient.benchmark.table.Rounds;
import io.github.xrayclient.benchmark.table.Row;
import io.github.xrayclient.benchmark.table.Table;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;

/** Shows what each contender needs for a page of 100 policies. */
public final class PageTable implements Table {
  private static final int STARTS = 2;

  private final Effort effort;
  private final Consumer<Object> out;

  public PageTable(Effort effort, Consumer<Object> out) {
    this.effort = effort;
    this.out = out;
  }

  @Override
  public void print() throws IOException, InterruptedException {
    try (Endpoint https = Endpoint.https();
        Endpoint http = Endpoint.http()) {
      pages("HTTPS", https);
      pages("HTTP", http);
    }
  }

  private void pages(String protocol, Endpoint endpoint) throws IOException {
    Rounds<Contender, Sample> found =
        new PageRounds(effort, Callers.PLATFORM, 1).measure(endpoint, STARTS);
    out.accept(
        "| a page of 100 policies over " + protocol + ", median of " + found.number(Contender.JDK)
            + " rounds | time | range of the rounds | ratio | processor time | ratio | allocated"
            + " | ratio |");
    out.accept("| --- | --- | --- | --- | --- | --- | --- | --- |");
    for (Contender contender : Contender.values()) {
      out.accept("| " + contender.title()
          + cell(found, contender, "µs", Sample::time)
          + " | " + found.range(contender, Sample::time) + " µs"
          + ratio(found, contender, Sample::time)
          + cell(found, contender, "µs", Sample::processorTime)
          + ratio(found, contender, Sample::processorTime)
          + cell(found, contender, "B", Sample::bytes)
          + ratio(found, contender, Sample::bytes)
          + " |");
    }
    out.accept("");
    goals(protocol, found);
    out.accept("");
  }

  private void goals(String protocol, Rounds<Contender, Sample> found) {
    String page = "a page over " + protocol;
    out.accept(Row.HEAD);
    out.accept(row(found, 0.8, page + ": time", Contender.JDK, "µs", Sample::time));
    out.accept(row(found, 1.1, page + ", best loop: time", Contender.JDK_BEST, "µs", Sample::time));
    for (Contender peer : List.of(Contender.APACHE, Contender.RETROFIT, Contender.GENERATED)) {
      out.accept(row(found, 1, page + ", " + peer.title() + ": time", peer, "µs", Sample::time));
    }
    Contender fastest = fastest(found);
    out.accept(row(
        found, 1.5, page + ", " + fastest.title() + ": allocated", fastest, "B", Sample::bytes));
  }

  /** The fastest of the contenders that are not this library. */
  private static Contender fastest(Rounds<Contender, Sample> found) {
    Contender fastest = Contender.JDK;
    for (Contender contender : Contender.values()) {
      if (contender != Contender.LIBRARY
          && found.median(contender, Sample::time) < found.median(fastest, Sample::time)) {
        fastest = contender;
      }
    }
    return fastest;
  }

  private static Row row(
      Rounds<Contender, Sample> found,
      double goal,
      String what,
      Contender baseline,
      String unit,
      ToDoubleFunction<Sample> figure) {
    return Row.atMost(
        goal,
        what,
        new Measured(found.median(baseline, figure), unit),
        new Measured(found.median(Contender.LIBRARY, figure), unit),
        found.ratio(Contender.LIBRARY, baseline, figure));
  }

  private static String cell(
      Rounds<Contender, Sample> found,
      Contender contender,
      String unit,
      ToDoubleFunction<Sample> figure) {
    return " | " + new Measured(found.median(contender, figure), unit);
  }

  private static String ratio(
      Rounds<Contender, Sample> found, Contender contender, ToDoubleFunction<Sample> figure) {
    return String.format(Locale.ROOT, " | %.2f×", found.ratio(contender, Contender.JDK, figure));
  }
}
