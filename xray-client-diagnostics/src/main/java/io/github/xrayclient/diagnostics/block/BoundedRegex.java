package io.github.xrayclient.diagnostics.block;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * An expression that somebody else wrote for another engine, RE2. One that Java cannot read or reads
 * otherwise, or that takes too many steps, leaves the question open. Immutable.
 */
final class BoundedRegex {
  private static final int STEPS = 1_000_000;

  private final Optional<Pattern> pattern;

  private BoundedRegex(Optional<Pattern> pattern) {
    this.pattern = pattern;
  }

  static BoundedRegex of(String expression) {
    return new BoundedRegex(SharedSyntax.has(expression) ? compiled(expression) : Optional.empty());
  }

  private static Optional<Pattern> compiled(String expression) {
    try {
      return Optional.of(Pattern.compile(expression, Pattern.UNIX_LINES));
    } catch (PatternSyntaxException | StackOverflowError unreadable) {
      return Optional.empty();
    }
  }

  /** Whether it is found anywhere in the text. */
  Coverage find(String text) {
    if (pattern.isEmpty() || !isReadAlike(pattern.get().pattern(), text)) {
      return Coverage.COVERS_IF;
    }
    try {
      return pattern.get().matcher(new Steps(text)).find() ? Coverage.COVERS : Coverage.NO;
    } catch (TooManyStepsException | StackOverflowError runaway) {
      return Coverage.COVERS_IF;
    }
  }

  private static boolean isReadAlike(String expression, String text) {
    return (expression + text).chars().allMatch(c -> c < 128)
        || SharedSyntax.isForAllLetters(expression);
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
