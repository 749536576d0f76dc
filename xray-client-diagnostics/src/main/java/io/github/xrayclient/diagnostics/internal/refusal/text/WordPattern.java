package io.github.xrayclient.diagnostics.internal.refusal.text;

import java.util.regex.Pattern;

/**
 * A pattern that is tried only if the text contains one of some words, without which it cannot
 * match. Most texts contain none of them, and looking for a word is many times faster than trying a
 * pattern.
 */
public final class WordPattern {
  private final Pattern pattern;
  private final String[] words;
  private final boolean isOfAnyCase;

  private WordPattern(Pattern pattern, String[] words, boolean isOfAnyCase) {
    this.pattern = pattern;
    this.words = words;
    this.isOfAnyCase = isOfAnyCase;
  }

  /** A pattern, each match of which contains one of these words. Their letter case matters. */
  public static WordPattern of(String pattern, String... words) {
    return new WordPattern(Pattern.compile(pattern), words, false);
  }

  /** A pattern for any letter case, each match of which contains one of these words in lower case. */
  public static WordPattern ofAnyCase(String pattern, String... words) {
    return new WordPattern(Pattern.compile(pattern, Pattern.CASE_INSENSITIVE), words, true);
  }

  /** Whether the pattern matches a part of the text. */
  public boolean isIn(String text) {
    return hasWord(isOfAnyCase ? SearchableText.fold(text) : text)
        && pattern.matcher(text).find();
  }

  private boolean hasWord(String text) {
    for (String word : words) {
      if (text.contains(word)) {
        return true;
      }
    }
    return false;
  }
}
