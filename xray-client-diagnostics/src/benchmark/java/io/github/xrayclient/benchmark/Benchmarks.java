package io.github.xrayclient.benchmark;

import io.github.xrayclient.benchmark.page.PageTable;
import io.github.xrayclient.benchmark.page.StartTable;
import io.github.xrayclient.benchmark.page.ThroughputTable;
import io.github.xrayclient.benchmark.table.Effort;
import io.github.xrayclient.benchmark.table.Tables;
import java.util.function.Consumer;

/**
 * Measures and prints the tables of the libraries: {@code Benchmarks full} for all of them, {@code
 * Benchmarks smoke} for a short run of all, or the names of some, such as {@code page,start}.
 */
public final class Benchmarks {
  private Benchmarks() {}

  public static void main(String[] args) throws Exception {
    Consumer<Object> out = System.out::println;
    Tables tables = new Tables(args[0], out);
    Effort effort = tables.effort();
    tables.add("page", new PageTable(effort, out));
    tables.add("throughput", new ThroughputTable(effort, out));
    tables.add("start", new StartTable(effort, out));
    tables.add("goals", new GoalTable(effort, out));
    tables.add("growth", new GrowthTable(effort, out));
    tables.print();
  }
}
