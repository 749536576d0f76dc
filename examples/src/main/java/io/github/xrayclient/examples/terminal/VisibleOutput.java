package io.github.xrayclient.examples.terminal;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;

/**
 * Prints to another writer, and escapes characters that would control a terminal. Everything that a
 * command prints goes through this class. Each flush checks whether the other writer failed.
 */
public final class VisibleOutput extends PrintWriter {
  private final PrintWriter to;
  private final StatusLine status;

  public VisibleOutput(PrintWriter to) {
    this(to, StatusLine.none());
  }

  /**
   * @param status a line that is erased before anything is printed
   */
  public VisibleOutput(PrintWriter to, StatusLine status) {
    super(new Escaping(to, status), true);
    this.to = to;
    this.status = status;
  }

  /** Ends a line by a line feed on every system, since a carriage return would be escaped. */
  @Override
  public void println() {
    write('\n');
    flush();
  }

  /** Prints a report whose only control characters are those of its colors. */
  public void printColored(String report) {
    flush();
    status.erase();
    to.print(report);
    flush();
  }

  /** Collects text until it is flushed, so that a surrogate pair is never split. */
  private static final class Escaping extends Writer {
    private final PrintWriter to;
    private final StatusLine status;
    private final StringBuilder pending = new StringBuilder();

    Escaping(PrintWriter to, StatusLine status) {
      this.to = to;
      this.status = status;
    }

    @Override
    public void write(char[] text, int start, int length) {
      pending.append(text, start, length);
    }

    @Override
    public void flush() throws IOException {
      if (pending.length() > 0) {
        status.erase();
      }
      to.print(Visible.lines(pending.toString()));
      pending.setLength(0);
      if (to.checkError()) {
        throw new IOException("the output is closed, or its disk is full");
      }
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
