package io.github.xrayclient.diagnostics.migration;

import java.util.Collection;

/** Lines for a terminal; control characters of names are shown as blanks. */
final class TextLines {
  private final StringBuilder text = new StringBuilder();

  TextLines line(String words) {
    text.append(words.replaceAll("[\\p{Cntrl}\\x80-\\x9f]", " ")).append('\n');
    return this;
  }

  /** A heading with a line for each entry; nothing for none. */
  TextLines list(String heading, Collection<String> entries) {
    if (!entries.isEmpty()) {
      line(heading);
      entries.forEach(entry -> line("  - " + entry));
    }
    return this;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
