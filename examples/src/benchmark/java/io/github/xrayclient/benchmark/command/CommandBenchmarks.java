package io.github.xrayclient.benchmark.command;

import io.github.xrayclient.benchmark.table.Tables;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Measures the command line: {@code CommandBenchmarks TABLES JAR}, with {@code full}, {@code smoke}
 * or {@code commands} as the tables, and the jar of the command line.
 */
public final class CommandBenchmarks {
  private CommandBenchmarks() {}

  public static void main(String[] args) throws Exception {
    Consumer<Object> out = System.out::println;
    Tables tables = new Tables(args[0], out);
    tables.add("commands", new CommandTable(tables.effort(), out, Path.of(args[1])));
    tables.print();
  }
}
