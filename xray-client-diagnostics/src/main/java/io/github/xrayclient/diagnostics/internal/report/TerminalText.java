package io.github.xrayclient.diagnostics.internal.report;

import io.github.xrayclient.internal.secret.VisibleText;

/** Collects lines for a terminal, with control characters shown as escapes. */
public final class TerminalText {
  /** How words look if colours are wanted, by the numbers in the escape sequence of a terminal. */
  public enum Style {
    PLAIN(""),
    BOLD("1"),
    FAINT("2"),
    RED("1;31"),
    YELLOW("1;33"),
    BLUE("1;36");

    private final String numbers;

    Style(String numbers) {
      this.numbers = numbers;
    }
  }

  private final StringBuilder lines = new StringBuilder();
  private final boolean coloured;

  public TerminalText(boolean coloured) {
    this.coloured = coloured;
  }

  public TerminalText add(String words) {
    return add(Style.PLAIN, words);
  }

  public TerminalText add(Style style, String words) {
    boolean styled = coloured && style != Style.PLAIN && !words.isEmpty();
    lines.append(styled ? "\u001b[" + style.numbers + "m" : "");
    lines.append(VisibleText.oneLine(words));
    lines.append(styled ? "\u001b[0m" : "");
    return this;
  }

  /** Adds blanks behind words that were just added, so that together they have this width. */
  public TerminalText pad(String words, int width) {
    lines.append(" ".repeat(Math.max(0, width - width(words))));
    return this;
  }

  public TerminalText end() {
    lines.append('\n');
    return this;
  }

  /** How many columns these words take. */
  public static int width(String words) {
    String shown = VisibleText.oneLine(words);
    return shown.codePointCount(0, shown.length());
  }

  @Override
  public String toString() {
    return lines.toString();
  }
}
