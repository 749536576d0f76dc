package io.github.xrayclient.examples.terminal;

import java.io.Console;
import java.util.Optional;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The terminal of the user, if there is one. */
public final class Terminal {
  private Terminal() {}

  /** Whether standard input and standard output are a terminal. */
  public static boolean isThere() {
    return Optional.ofNullable(System.console()).filter(Terminal::isTerminal).isPresent();
  }

  /** The number of columns of the terminal, or the largest number if there is no terminal. */
  public static int width() {
    return isThere() ? new UsageMessageSpec().autoWidth(true).width() : Integer.MAX_VALUE;
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
