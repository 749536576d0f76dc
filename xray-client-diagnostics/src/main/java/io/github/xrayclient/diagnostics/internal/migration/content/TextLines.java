package io.github.xrayclient.diagnostics.internal.migration.content;

import io.github.xrayclient.internal.secret.VisibleText;
import java.util.Collection;

/** Lines for a terminal, in which control characters of names are escaped. */
public final class TextLines {
  private final StringBuilder text = new StringBuilder();

  public TextLines line(String words) {
    text.append(VisibleText.oneLine(words)).append('\n');
    return this;
  }

  /** A heading with a line for each entry; nothing for none. */
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
