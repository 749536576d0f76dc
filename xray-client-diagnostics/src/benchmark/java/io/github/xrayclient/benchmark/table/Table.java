package io.github.xrayclient.benchmark.table;

/** Something that measures and then prints a table. */
public interface Table {
  void print() throws Exception;
}
