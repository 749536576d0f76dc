package io.github.xrayclient.examples.terminal;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * A line at the end of a terminal that says how far a command is. It appears after two seconds, is
 * replaced at most four times a second, and is erased before anything else is printed. Shows
 * nothing if there is no terminal. Thread-safe.
 */
public final class StatusLine {
  private static final long INTERVAL_NANOS = 250_000_000;
  private static final int WIDEST = 79;
  private static final long DELAY_NANOS = 2_000_000_000;

  private final PrintWriter to;
  private final boolean onTerminal;
  private final LongSupplier nanoTime;
  private final long startedAt;
  private int shownLength;
  private boolean wasShown;
  private boolean isExact;
  private boolean hasEnded;
  private long shownAt;

  /**
   * @param nanoTime tells the time like {@link System#nanoTime()}
   */
  public StatusLine(PrintWriter to, boolean onTerminal, LongSupplier nanoTime) {
    this.to = to;
    this.onTerminal = onTerminal;
    this.nanoTime = nanoTime;
    startedAt = nanoTime.getAsLong();
  }

  /** A line on standard error, if there is a terminal. */
  public static StatusLine of(PrintWriter err) {
    return new StatusLine(err, Terminal.isThere(), System::nanoTime);
  }

  /** A line that is never shown. */
  public static StatusLine none() {
    return new StatusLine(new PrintWriter(Writer.nullWriter()), false, () -> 0);
  }

  /** Shows a text, unless another one was shown less than a quarter of a second ago. */
  public synchronized void show(Supplier<String> text) {
    isExact = true;
    showInTime(text);
  }

  /** Like {@link #show}, but only while nobody knows anything that says more. */
  public synchronized void showAtLeast(Supplier<String> text) {
    if (!isExact) {
      showInTime(text);
    }
  }

  private void showInTime(Supplier<String> text) {
    long now = nanoTime.getAsLong();
    boolean isTime = wasShown ? now - shownAt >= INTERVAL_NANOS : now - startedAt >= DELAY_NANOS;
    if (isTime) {
      showNow(text.get());
    }
  }

  /** Shows a text in any case. */
  public synchronized void showNow(String text) {
    if (onTerminal && !hasEnded) {
      erase();
      String line = cut(Visible.oneLine(text));
      to.print(line);
      to.flush();
      shownLength = line.length();
      wasShown = true;
      shownAt = nanoTime.getAsLong();
    }
  }

  /** A line that is wider than the terminal could not be erased. */
  private static String cut(String line) {
    return line.length() <= WIDEST ? line : line.substring(0, WIDEST - 1) + "…";
  }

  /** Whether there is a terminal. */
  public boolean isOnTerminal() {
    return onTerminal;
  }

  /** Erases the text that is shown, and shows no other one. */
  public synchronized void end() {
    erase();
    hasEnded = true;
  }

  /** Erases the text that is shown. */
  public synchronized void erase() {
    if (shownLength > 0) {
      to.print("\r" + " ".repeat(shownLength) + "\r");
      to.flush();
      shownLength = 0;
    }
  }
}
