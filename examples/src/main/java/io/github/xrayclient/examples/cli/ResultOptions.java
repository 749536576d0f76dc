package io.github.xrayclient.examples.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.xrayclient.XrayClient;
import io.github.xrayclient.examples.terminal.Columns;
import io.github.xrayclient.examples.terminal.StatusLine;
import io.github.xrayclient.examples.terminal.Table;
import java.io.IOException;
import java.util.Locale;
import java.util.function.Function;
import picocli.CommandLine.Mixin;

/** The options for the file and the format of a result. */
public final class ResultOptions extends OutputOptions {
  @Mixin
  FormatOption format;

  public boolean isJson() {
    return format.isJson();
  }

  /** Writes values as the rows of a table, or as JSON with one value on each line. */
  public <T> void write(Iterable<? extends T> values, Columns<T> columns) throws IOException {
    write(values, columns, value -> value);
  }

  /**
   * Writes values as the rows of a table, or as JSON with one value on each line.
   *
   * @param json returns what is written as JSON for a value
   */
  public <T> void write(
      Iterable<? extends T> values, Columns<T> columns, Function<? super T, ?> json)
      throws IOException {
    StatusLine status = RootCommand.of(command).status();
    StringBuilder lines = new StringBuilder();
    Table table = columns.table();
    int count = 0;
    for (T value : values) {
      if (isJson()) {
        lines.append(json(json.apply(value))).append('\n');
      } else {
        columns.row(table, value);
      }
      int read = ++count;
      status.show(() -> String.format(Locale.ROOT, "read: %,d so far", read));
    }
    write(isJson() ? lines.toString() : fitted(table));
  }

  /** Writes a value as JSON on one line. */
  public static String json(Object value) throws IOException {
    return Json.MAPPER.writeValueAsString(value);
  }

  /** Creates the mapper when it is needed for the first time, since this takes a while. */
  private static final class Json {
    static final JsonMapper MAPPER = XrayClient.jsonMapper();
  }
}
