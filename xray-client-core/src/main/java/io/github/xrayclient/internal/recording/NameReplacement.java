package io.github.xrayclient.internal.recording;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Replaces every word that may be a part of a name, the same word always by the same replacement.
 * Since it works on words, a path, a pattern and a message with the same name stay alike, and it
 * need not know which fields contain names. Thread-safe.
 */
public final class NameReplacement {
  /** Not among the common words, so that no text has a word that looks like a replacement. */
  private static final String ALIAS = "alias";

  private static final Pattern NO_NAME = Pattern.compile(
      "\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d(:\\d\\d([.,]\\d+)?)?(Z|[+-]\\d\\d:?\\d\\d)?(?!\\w)"
          + "|\\p{XDigit}{8}-(\\p{XDigit}{4}-){3}\\p{XDigit}{12}(?!\\w)");
  private static final Pattern ADDRESS =
      Pattern.compile("(\\d{1,3})\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}(?![\\w.]*\\w)");
  private static final Pattern NUMBER = Pattern.compile("\\d+");
  private static final Pattern HASH = Pattern.compile("(?=\\D*\\d)([0-9a-f]{8,}|[0-9A-F]{8,})");
  private static final Pattern WITHOUT_DIGITS = Pattern.compile("\\d*(\\D*?)\\d*");
  private static final Pattern HUMP = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})");

  private final Set<String> kept = new HashSet<>();
  private final Map<String, Integer> numbers = new HashMap<>(); // guarded by itself

  /**
   * @param keptNames names whose words are kept
   */
  public NameReplacement(Iterable<String> keptNames) {
    for (String name : keptNames) {
      forEachWord(name, (from, to, word) -> kept.add(word.toLowerCase(Locale.ROOT)));
    }
  }

  /** Returns the text with its names replaced. */
  public String in(String text) {
    StringBuilder replaced = new StringBuilder(text.length());
    int[] copied = {0};
    forEachWord(text, (from, to, word) -> {
      replaced.append(text, copied[0], from);
      copied[0] = to;
      replaced.append(isName(word) ? alias(word) : text.substring(from, to));
    });
    return replaced.append(text, copied[0], text.length()).toString();
  }

  /** Is told about each word and each network address of a text. */
  private interface WordReader {
    void word(int from, int to, String word);
  }

  private static void forEachWord(String text, WordReader reader) {
    Matcher noName = NO_NAME.matcher(text);
    Matcher address = ADDRESS.matcher(text);
    int at = 0;
    while (at < text.length()) {
      TextUnit unit = TextUnit.at(text, at);
      if (!unit.isPartOfWord()) {
        at += unit.length();
      } else if (noName.region(at, text.length()).lookingAt()) {
        at = noName.end();
      } else if (address.region(at, text.length()).lookingAt()) {
        reader.word(at, address.end(), address.group());
        at = address.end();
      } else {
        int from = at;
        StringBuilder word = new StringBuilder();
        while (at < text.length()) {
          unit = TextUnit.at(text, at);
          if (!unit.isPartOfWord()) {
            break;
          }
          word.appendCodePoint(unit.character());
          at += unit.length();
        }
        reader.word(from, at, word.toString());
      }
    }
  }

  private boolean isName(String word) {
    if (ADDRESS.matcher(word).matches()) {
      return !word.startsWith("127.") && !word.equals("0.0.0.0");
    }
    if (NUMBER.matcher(word).matches() || HASH.matcher(word).matches() || isKept(word)) {
      return false;
    }
    return !isCommon(word) && !HUMP.splitAsStream(word).allMatch(NameReplacement::isCommon);
  }

  private boolean isKept(String word) {
    return kept.contains(word.toLowerCase(Locale.ROOT));
  }

  /**
   * Whether this is a common word, perhaps with a number, or a single letter with at most three
   * digits, as in a version. Longer ones, such as {@code u123456}, may be the names of users.
   */
  private static boolean isCommon(String word) {
    Matcher parts = WITHOUT_DIGITS.matcher(word);
    if (!parts.matches()) {
      return false;
    }
    String letters = parts.group(1);
    return letters.length() < 2
        ? word.length() <= 4 && letters.chars().allMatch(c -> c < 128)
        : CommonWords.contain(letters.toLowerCase(Locale.ROOT));
  }

  /** Returns the replacement, which has the case of the word: {@code alias1}, {@code ALIAS1}. */
  private String alias(String word) {
    if (ADDRESS.matcher(word).matches()) {
      int number = number(word);
      return "10.0." + number / 256 + "." + number % 256;
    }
    String lower = word.toLowerCase(Locale.ROOT);
    if (word.equals(lower)) {
      return ALIAS + number(lower);
    }
    if (word.length() > 1 && word.equals(word.toUpperCase(Locale.ROOT))) {
      return ALIAS.toUpperCase(Locale.ROOT) + number(lower);
    }
    if (Character.isUpperCase(word.charAt(0)) && word.substring(1).equals(lower.substring(1))) {
      return "Alias" + number(lower);
    }
    return ALIAS + number(word); // no other word is written like this one
  }

  private int number(String word) {
    synchronized (numbers) {
      return numbers.computeIfAbsent(word, name -> numbers.size() + 1);
    }
  }
}
