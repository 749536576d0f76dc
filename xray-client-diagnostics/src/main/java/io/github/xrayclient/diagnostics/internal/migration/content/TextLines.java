package io.github.xrayclient.diagnostics.internal.migration.content;

import io.github.xrayclient.internal.secret.VisibleText;
import java.util.Collection;

/** Builds a text of several lines for a terminal, and escapes control characters in names. */
public final class TextLines {
  private final StringBuilder text = new StringBuilder();

  /** Adds a line. */
  public TextLines line(String words) {
    text.append(VisibleText.oneLine(words)).append('\n');
    return this;
  }

  /** Adds a heading and a line for each entry. Adds nothing if there are no entries. */
  public TextLines list(String heading, Collection<String> entries) {
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
