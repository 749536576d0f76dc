package io.github.xrayclient.diagnostics.internal.coverage;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of regular expressions that RE2 and Java read alike. It is told piece by piece what belongs
 * to it, not what does not, so that a construct which nobody thought of is left open.
 */
final class SharedSyntax {
  private static final String CHARACTER =
      "\\\\(?:[\\x20-\\x7e&&[^\\p{Alnum}]]|[tnrfa]|x\\p{XDigit}{2}|x\\{\\p{XDigit}{1,6}\\})";
  private static final String WORDS = "\\\\[dDwWsS]";
  private static final String IN_CLASS = "(?:" + CHARACTER + "|[^\\\\\\[\\]&-]|&(?!&))";
  private static final String CLASS =
      "\\[\\^?+-?(?:" + IN_CLASS + "(?:-" + IN_CLASS + ")?|" + WORDS + ")++-?\\]";
  private static final String ATOM =
      "(?:[^\\\\\\[(){*+?|]|\\)|" + CHARACTER + "|" + WORDS + "|\\\\[AzbB]|" + CLASS + ")";
  private static final String AGAIN = "(?:[*+?]|\\{\\d{1,3}(?:,\\d{0,3})?\\})\\??(?![*+?{])";
  private static final String FLAGS = "\\(\\?(?:[is]+|[is]*-[is]+)[:)]";
  private static final String GROUP = "\\((?:(?!\\?)|\\?:|\\?<\\p{Alpha}\\p{Alnum}*>)";

  private static final Pattern PIECE =
      Pattern.compile(FLAGS + "|" + GROUP + "|\\||" + ATOM + "(?:" + AGAIN + ")?");

  /** What is about letters, which RE2 and Java take for the same in ASCII only. */
  private static final Pattern LETTERS = Pattern.compile("\\\\[bB]|\\(\\?s*i");

  private SharedSyntax() {}

  static boolean has(String expression) {
    Matcher piece = PIECE.matcher(expression);
    int at = 0;
    while (at < expression.length() && piece.region(at, expression.length()).lookingAt()) {
      at = piece.end();
    }
    return at == expression.length();
  }

  /** Whether both find such an expression in the same texts, also in those with other letters. */
  static boolean isForAllLetters(String expression) {
    return !LETTERS.matcher(expression).find();
  }
}
