package io.github.xrayclient.diagnostics.internal.report;

import io.github.xrayclient.internal.secret.VisibleText;

/** Collects lines for a terminal. Control characters are written as escapes. */
public final class TerminalText {
  /** The styles of words, with their numbers in the escape sequences of terminals. */
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

  private static final int COLUMNS = 80;

  private final StringBuilder lines = new StringBuilder();
  private final boolean colored;

  public TerminalText(boolean colored) {
    this.colored = colored;
  }

  public TerminalText add(String words) {
    return add(Style.PLAIN, words);
  }

  public TerminalText add(Style style, String words) {
    boolean styled = colored && style != Style.PLAIN && !words.isEmpty();
    lines.append(styled ? "\u001b[" + style.numbers + "m" : "");
    lines.append(VisibleText.oneLine(words));
    lines.append(styled ? "\u001b[0m" : "");
    return this;
  }

  /** Adds a sentence, broken at blanks into indented lines of at most 80 columns. */
  public TerminalText paragraph(String indent, String sentence) {
    return paragraph(Style.PLAIN, indent, sentence);
  }

  /** Adds a sentence in this style, broken at blanks into indented lines of at most 80 columns. */
  public TerminalText paragraph(Style style, String indent, String sentence) {
    return lines(style, indent, indent, sentence);
  }

  /** Adds a sentence as an item of a list. */
  public TerminalText item(Style style, String sentence) {
    return lines(style, "  - ", "    ", sentence);
  }

  /** Adds a sentence as an item of a list inside of a list. */
  public TerminalText subItem(String sentence) {
    return lines(Style.PLAIN, "    - ", "      ", sentence);
  }

  private TerminalText lines(Style style, String first, String others, String sentence) {
    String indent = first;
    StringBuilder line = new StringBuilder();
    for (String word : VisibleText.oneLine(sentence).split(" ", -1)) {
      boolean fits = indent.length() + width(line) + 1 + width(word) <= COLUMNS;
      if (line.length() > 0 && !fits) {
        add(style, indent + line).end();
        line.setLength(0);
        indent = others;
      }
      line.append(line.length() == 0 ? "" : " ").append(word);
    }
    return add(style, indent + line).end();
  }

  public TerminalText end() {
    lines.append('\n');
    return this;
  }

  private static int width(CharSequence words) {
    return Character.codePointCount(words, 0, words.length());
  }

  @Override
  public String toString() {
    return lines.toString();
  }
}
