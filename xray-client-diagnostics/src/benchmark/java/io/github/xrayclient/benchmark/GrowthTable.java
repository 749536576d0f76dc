package io.github.xrayclient.benchmark;

import io.github.xrayclient.benchmark.process.Java;
import io.github.xrayclient.benchmark.table.Effort;
import io.github.xrayclient.benchmark.table.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Shows how time and memory grow when there are 10 and 100 times as many objects. */
final class GrowthTable implements Table {
  private final List<Integer> sizes;
  private final Consumer<Object> out;

  GrowthTable(Effort effort, Consumer<Object> out) {
    this.sizes = effort == Effort.FULL ? List.of(1_000, 10_000, 100_000) : List.of(10, 100, 1_000);
    this.out = out;
  }

  @Override
  public void print() throws IOException, InterruptedException {
    List<String> heads =
        sizes.stream().map(size -> count("%,d", size)).collect(Collectors.toList());
    out.accept(line("time, time of collections, memory of the result", heads, "n log n"));
    out.accept("| --- | --- | --- | --- | --- |");
    row("walk the curation policies", "walk");
    row("snapshot of as many policies and watches", "snapshot");
    row("plan for them, one policy in 100 differs", "plan");
    row("index over as many policies and watches × 40 resources", "index");
    row("the same, if watches next to each other share their resources", "index-nearby");
  }

  private void row(String what, String task) throws IOException, InterruptedException {
    List<String> cells = new ArrayList<>();
    double before = 0;
    for (int size : sizes) {
      double[] found = measured(task, size);
      String times = before == 0 ? "" : count(" (%.1f×)", found[0] / before);
      cells.add(count("%,.0f ms", found[0])
          + times
          + count(", GC %,.0f ms", found[1])
          + count(", %,.1f MB", found[2] / 1e6));
      before = found[0];
    }
    double last = sizes.get(sizes.size() - 1);
    double nLogN = 10 * Math.log(last) / Math.log(last / 10);
    out.accept(line(what, cells, count("%.1f×", nLogN)));
  }

  /** The three numbers that {@link Growth} prints. */
  private static double[] measured(String task, int size) throws IOException, InterruptedException {
    String printed = Java.run(
        List.of("-Xms4g", "-Xmx4g", "-XX:+AlwaysPreTouch", "-XX:+UseSerialGC"),
        Growth.class,
        task,
        Integer.toString(size));
    return Arrays.stream(printed.split(" ")).mapToDouble(Double::parseDouble).toArray();
  }

  private static String line(String what, List<String> cells, String bound) {
    return "| " + what + " | " + String.join(" | ", cells) + " | " + bound + " |";
  }

  private static String count(String format, Object number) {
    return String.format(Locale.ROOT, format, number);
  }
}
