package io.github.xrayclient.benchmark.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The tables of a module, from which the argument of its program selects some. */
public final class Tables {
  private final Map<String, Table> tables = new LinkedHashMap<>();
  private final List<String> words;
  private final Effort effort;
  private final Consumer<Object> out;

  /**
   * @param argument {@code full} for all tables, {@code smoke} for a short run of all, or names of
   *     tables and perhaps {@code smoke}, separated by commas
   */
  public Tables(String argument, Consumer<Object> out) {
    this.words = List.of(argument.split(",", -1));
    this.effort = words.contains("smoke") ? Effort.SMOKE : Effort.FULL;
    this.out = out;
  }

  public Effort effort() {
    return effort;
  }

  public void add(String name, Table table) {
    tables.put(name, table);
  }

  /** Prints the tables that were selected, or says that this module has none of them. */
  public void print() throws Exception {
    List<String> names = new ArrayList<>(words);
    names.removeAll(List.of("full", "smoke"));
    if (names.isEmpty()) {
      names.addAll(tables.keySet());
    }
    names.retainAll(tables.keySet());
    if (names.isEmpty()) {
      out.accept("None of the tables " + tables.keySet() + " was selected by " + words + ".");
      return;
    }
    out.accept("JDK " + Runtime.version() + ", " + Runtime.getRuntime().availableProcessors()
        + " processors, " + System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    if (effort == Effort.SMOKE) {
      out.accept(
          "This is a smoke test with fewer and smaller measurements than the rows state, so the"
              + " figures mean nothing.");
    }
    for (String name : names) {
      out.accept("");
      tables.get(name).print();
    }
  }
}
