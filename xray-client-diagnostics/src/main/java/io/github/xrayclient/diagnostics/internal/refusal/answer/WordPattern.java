package io.github.xrayclient.diagnostics.internal.refusal.answer;

import java.util.regex.Pattern;

/**
 * A pattern that is tried only if the text contains one of some words, without which it cannot
 * match. Most texts contain none of them, and looking for a word is many times faster than trying a
 * pattern.
 */
final class WordPattern {
  private final Pattern pattern;
  private final String[] words;

  private WordPattern(Pattern pattern, String[] words) {
    this.pattern = pattern;
    this.words = words;
  }

  /** A pattern for text in lower case, each match of which contains one of these words. */
  static WordPattern of(String pattern, String... words) {
    return new WordPattern(Pattern.compile(pattern), words);
  }

  boolean isIn(String text) {
    for (String word : words) {
      if (text.contains(word)) {
        return pattern.matcher(text).find();
      }
    }
    return false;
  }
}
