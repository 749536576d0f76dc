package io.github.xrayclient.diagnostics.internal.coverage;

import java.util.BitSet;
import java.util.regex.Pattern;

/** A part of an expression that matches one character: a letter, a class, an escape or a dot. */
final class SingleCharacter {
  private static final int ASCII = 128;

  private final Pattern pattern;
  private final BitSet ascii = new BitSet(ASCII);

  /**
   * Compiles the part as a Java pattern.
   *
   * @throws java.util.regex.PatternSyntaxException if it is not a valid Java pattern
   */
  SingleCharacter(String expression, int flags) {
    this.pattern = Pattern.compile(expression, flags | Pattern.UNIX_LINES);
    for (int c = 0; c < ASCII; c++) {
      ascii.set(c, takes(Character.toString(c)));
    }
  }

  boolean takes(int codePoint) {
    return codePoint < ASCII ? ascii.get(codePoint) : takes(Character.toString(codePoint));
  }

  private boolean takes(String one) {
    return pattern.matcher(one).matches();
  }
}
