package io.github.xrayclient.examples.terminal;

import java.io.Console;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * A line at the end of a terminal that says how far a command is. It is replaced at most four times
 * a second, and erased before anything else is printed. Shows nothing if there is no terminal.
 * Thread-safe.
 */
public final class StatusLine {
  private static final long INTERVAL_NANOS = 250_000_000;

  private final PrintWriter to;
  private final boolean onTerminal;
  private final LongSupplier nanoTime;
  private int shownLength;
  private boolean wasShown;
  private long shownAt;

  /**
   * @param nanoTime tells the time like {@link System#nanoTime()}
   */
  public StatusLine(PrintWriter to, boolean onTerminal, LongSupplier nanoTime) {
    this.to = to;
    this.onTerminal = onTerminal;
    this.nanoTime = nanoTime;
  }

  /** A line on standard error, if standard input and output are a terminal. */
  public static StatusLine of(PrintWriter err) {
    return new StatusLine(err, isOnTerminal(), System::nanoTime);
  }

  /** A line that is never shown. */
  public static StatusLine none() {
    return new StatusLine(new PrintWriter(Writer.nullWriter()), false, () -> 0);
  }

  /** Shows a text, unless another one was shown less than a quarter of a second ago. */
  public synchronized void show(Supplier<String> text) {
    if (!wasShown || nanoTime.getAsLong() - shownAt >= INTERVAL_NANOS) {
      showNow(text.get());
    }
  }

  /** Shows a text in any case. */
  public synchronized void showNow(String text) {
    if (onTerminal) {
      erase();
      String line = Visible.oneLine(text);
      to.print(line);
      to.flush();
      shownLength = line.length();
      wasShown = true;
      shownAt = nanoTime.getAsLong();
    }
  }

  /** Erases the text that is shown. */
  public synchronized void erase() {
    if (shownLength > 0) {
      to.print("\r" + " ".repeat(shownLength) + "\r");
      to.flush();
      shownLength = 0;
    }
  }

  private static boolean isOnTerminal() {
    return Optional.ofNullable(System.console()).filter(StatusLine::isTerminal).isPresent();
  }

  /** Since Java 22 a console may exist without a terminal, and has a method that tells. */
  private static boolean isTerminal(Console console) {
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException beforeJava22) {
      return true;
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("Console.isTerminal() failed", e);
    }
  }
}
