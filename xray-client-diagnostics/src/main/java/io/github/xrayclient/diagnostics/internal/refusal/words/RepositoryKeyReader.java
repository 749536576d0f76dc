package io.github.xrayclient.diagnostics.internal.refusal.words;

import io.github.xrayclient.diagnostics.internal.refusal.text.SearchableText;
import java.util.Optional;

/**
 * Reads the key of a repository inside a sentence. A key may contain dots, dashes and underscores, but no
 * blank or colon.
 */
final class RepositoryKeyReader {
  private static final String QUOTES = "\"'`";
  private static final String ENDS = " \n\"'`<>\\,;:|()[]{}";

  private final String value;
  private final int end;

  private RepositoryKeyReader(String value, int end) {
    this.value = value;
    this.end = end;
  }

  /** Reads the key that begins at this position, with or without quotes. */
  static RepositoryKeyReader at(int position, SearchableText text) {
    int start = position;
    while (start < text.length() && QUOTES.indexOf(text.charAt(start)) >= 0) {
      start++;
    }
    int end = start;
    while (end < text.length() && ENDS.indexOf(text.charAt(end)) < 0) {
      end++;
    }
    int last = end;
    while (last > start && text.charAt(last - 1) == '.') { // a full stop
      last--;
    }
    return new RepositoryKeyReader(text.between(start, last), end);
  }

  /** The key; empty if there is none, as in a message that was cut off. */
  Optional<String> value() {
    return Optional.of(value).filter(key -> !key.isEmpty());
  }

  /** The position after the key and the full stop of its sentence. */
  int end() {
    return end;
  }
}
