package io.github.xrayclient.examples.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.examples.terminal.Visible;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * What a command says on standard error: one line of text for each message, or one JSON object if
 * the result is JSON. Thread-safe.
 */
public final class Messages {
  private enum Level {
    ERROR,
    WARNING,
    NOTE,
    REQUEST
  }

  private final Supplier<PrintWriter> to;
  private boolean json;
  private boolean quiet;

  /**
   * @param to the writer of standard error at the time of a message
   */
  Messages(Supplier<PrintWriter> to) {
    this.to = to;
  }

  /** Prints JSON from now on if these arguments ask for JSON as the format of the result. */
  synchronized void formatLike(List<String> arguments) {
    int at = arguments.indexOf("--format");
    boolean separate =
        at >= 0 && at + 1 < arguments.size() && arguments.get(at + 1).equalsIgnoreCase("json");
    json = separate || arguments.stream().anyMatch("--format=json"::equalsIgnoreCase);
  }

  /** Prints only warnings and errors from now on. */
  synchronized void beQuiet() {
    quiet = true;
  }

  /** Says why the command fails. */
  public void error(String text, int exitCode) {
    print(Level.ERROR, text, JsonNodeFactory.instance.objectNode().put("exitCode", exitCode));
  }

  /** Says what is missing in the result, or is not as the user may expect. */
  public void warning(String text) {
    print(Level.WARNING, text, JsonNodeFactory.instance.objectNode());
  }

  /** Says what the command did, and what is good to know. Not printed with {@code --quiet}. */
  public void note(String text) {
    print(Level.NOTE, text, JsonNodeFactory.instance.objectNode());
  }

  /** Says what was sent to the server and how long that took. */
  void request(String text) {
    print(Level.REQUEST, text, JsonNodeFactory.instance.objectNode());
  }

  private synchronized void print(Level level, String text, ObjectNode more) {
    if (quiet && level == Level.NOTE) {
      return;
    }
    if (json) {
      ObjectNode line = JsonNodeFactory.instance.objectNode();
      line.put("level", level.name().toLowerCase(Locale.ROOT))
          .put("message", text)
          .setAll(more);
      printLine(line.toString());
    } else {
      printLine(text);
    }
  }

  private void printLine(String line) {
    PrintWriter writer = to.get();
    writer.print(Visible.oneLine(line) + "\n");
    writer.flush();
  }
}
