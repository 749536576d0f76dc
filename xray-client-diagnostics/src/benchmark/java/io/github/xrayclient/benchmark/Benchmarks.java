package io.github.xrayclient.benchmark;

import io.github.xrayclient.benchmark.page.PageTable;
import io.github.xrayclient.benchmark.page.StartTable;
import io.github.xrayclient.benchmark.table.Effort;
import io.github.xrayclient.benchmark.table.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Measures and prints tables: {@code Benchmarks full} for all of them, {@code Benchmarks smoke} for
 * a short run of all, or the names of some, such as {@code Benchmarks page,start}.
 */
public final class Benchmarks {
  private final Effort effort;
  private final Consumer<Object> out;

  private Benchmarks(Effort effort, Consumer<Object> out) {
    this.effort = effort;
    this.out = out;
  }

  public static void main(String[] args) throws Exception {
    List<String> names = new ArrayList<>(List.of(args[0].split(",", -1)));
    Effort effort = names.remove("smoke") ? Effort.SMOKE : Effort.FULL;
    names.remove("full");
    new Benchmarks(effort, System.out::println).run(names);
  }

  private void run(List<String> names) throws Exception {
    Map<String, Table> tables = tables();
    if (!tables.keySet().containsAll(names)) {
      throw new IllegalArgumentException(
          "the names of tables must be of " + tables.keySet() + ", but were " + names);
    }
    out.accept("JDK " + Runtime.version() + ", " + Runtime.getRuntime().availableProcessors()
        + " processors, " + System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    if (effort == Effort.SMOKE) {
      out.accept(
          "This is a smoke test with fewer and smaller measurements than the rows state, so the"
              + " figures mean nothing.");
    }
    for (Map.Entry<String, Table> table : tables.entrySet()) {
      if (names.isEmpty() || names.contains(table.getKey())) {
        out.accept("");
        table.getValue().print();
      }
    }
  }

  private Map<String, Table> tables() {
    Map<String, Table> tables = new LinkedHashMap<>();
    tables.put("page", new PageTable(effort, out));
    tables.put("start", new StartTable(effort, out));
    tables.put("goals", new GoalTable(effort, out));
    tables.put("growth", new GrowthTable(effort, out));
    return tables;
  }
}
