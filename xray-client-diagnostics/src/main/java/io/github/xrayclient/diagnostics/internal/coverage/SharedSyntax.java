package io.github.xrayclient.diagnostics.internal.coverage;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The syntax of regular expressions that has the same meaning in RE2 and in Java. It lists what is
 * allowed, so that a construct that is not listed is never evaluated.
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

  /** Constructs that depend on letters, which have the same meaning in both engines only in ASCII. */
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

  /**
   * Whether an expression has the same meaning in both engines for texts with letters outside
   * ASCII.
   */
  static boolean isForAllLetters(String expression) {
    return !LETTERS.matcher(expression).find();
  }
}
