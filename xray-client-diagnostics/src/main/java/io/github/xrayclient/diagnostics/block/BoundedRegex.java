package io.github.xrayclient.diagnostics.block;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Searches by an expression that somebody else wrote for another engine. One that Java cannot read,
 * or that takes too many steps, leaves the question open.
 */
final class BoundedRegex {
  private static final int STEPS = 1_000_000;

  private BoundedRegex() {}

  static Coverage find(String expression, String text) {
    try {
      boolean found = Pattern.compile(expression).matcher(new Steps(text)).find();
      return found ? Coverage.COVERS : Coverage.NO;
    } catch (PatternSyntaxException | TooManyStepsException | StackOverflowError e) {
      return Coverage.COVERS_IF;
    }
  }

  /** A text that can be looked at only so often. */
  private static final class Steps implements CharSequence {
    private final CharSequence text;
    private int left = STEPS;

    Steps(CharSequence text) {
      this.text = text;
    }

    @Override
    public char charAt(int index) {
      if (left-- == 0) {
        throw new TooManyStepsException();
      }
      return text.charAt(index);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.subSequence(start, end);
    }

    @Override
    public String toString() {
      return text.toString();
    }
  }

  private static final class TooManyStepsException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
