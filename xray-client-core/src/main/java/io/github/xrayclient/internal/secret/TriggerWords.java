package io.github.xrayclient.internal.secret;

import java.util.List;
import java.util.Locale;

/** The words after which even a short text is treated as a secret. */
final class TriggerWords {
  private static final int LONGEST_DISTANCE = 16;
  private static final int LONGEST_WORD = 24;
  private static final List<String> WORDS = List.of(
      "authorization",
      "basic",
      "bearer",
      "password",
      "passwords",
      "passwd",
      "passphrase",
      "pwd",
      "pass",
      "token",
      "tokens",
      "secret",
      "credential",
      "credentials",
      "apikey",
      "api-key",
      "api_key",
      "art-api");
  private static final List<String> FILLERS = List.of("is", "was");

  private TriggerWords() {}

  /** Whether one of these words precedes a part of a text, and the part is a separate word. */
  static boolean standAround(DecodedText text, int start, int end) {
    return isBorder(text, start) && isBorder(text, end) && standBefore(text, start);
  }

  private static boolean isBorder(DecodedText text, int at) {
    return at == 0
        || at == text.length()
        || text.isGapBefore(at)
        || !Character.isLetterOrDigit(text.charAt(at - 1))
        || !Character.isLetterOrDigit(text.charAt(at));
  }

  private static boolean standBefore(DecodedText text, int start) {
    int end = start;
    while (end > 0
        && start - end < LONGEST_DISTANCE
        && !Character.isLetterOrDigit(text.charAt(end - 1))) {
      end--;
    }
    StringBuilder letters = new StringBuilder();
    for (int i = end; i > 0 && end - i < LONGEST_WORD && isWord(text.charAt(i - 1)); i--) {
      letters.append(text.charAt(i - 1));
    }
    String before = letters.reverse().toString().toLowerCase(Locale.ROOT);
    return endsWithWord(before)
        || FILLERS.stream()
            .anyMatch(filler -> before.endsWith(filler)
                && endsWithWord(before.substring(0, before.length() - filler.length())));
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || c == '-' || c == '_';
  }

  private static boolean endsWithWord(String before) {
    return WORDS.stream().anyMatch(before::endsWith);
  }
}
