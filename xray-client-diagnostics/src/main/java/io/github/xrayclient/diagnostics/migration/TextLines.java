package io.github.xrayclient.diagnostics.migration;

import io.github.xrayclient.internal.secret.VisibleText;
import java.util.Collection;

/** Lines for a terminal, in which control characters of names are escaped. */
final class TextLines {
  private final StringBuilder text = new StringBuilder();

  TextLines line(String words) {
    text.append(VisibleText.oneLine(words)).append('\n');
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
