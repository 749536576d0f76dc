package io.github.xrayclient.diagnostics.internal.coverage;

import java.util.Optional;

/**
 * A regular expression that was written for another engine, RE2. The question stays open if the
 * expression is too long, if Java and RE2 may read it differently, if RE2 refuses it, or if it takes
 * too much work. Immutable.
 */
final class BoundedRegex {
  private static final int LONGEST = 2_000;

  private final String expression;
  private final Optional<RegexProgram> program;

  private BoundedRegex(String expression, Optional<RegexProgram> program) {
    this.expression = expression;
    this.program = program;
  }

  static BoundedRegex of(String expression) {
    boolean readable = expression.length() <= LONGEST && SharedSyntax.has(expression);
    return new BoundedRegex(
        expression, readable ? RegexParser.parse(expression) : Optional.empty());
  }

  /** Whether it is found anywhere in the text. */
  Coverage find(String text) {
    if (program.isEmpty() || !isReadAlike(text)) {
      return Coverage.COVERS_IF;
    }
    try {
      return program.get().find(text) ? Coverage.COVERS : Coverage.NO;
    } catch (RegexProgram.TooLargeException tooMuchWork) {
      return Coverage.COVERS_IF;
    }
  }

  private boolean isReadAlike(String text) {
    return (expression + text).chars().allMatch(c -> c < 128)
        || SharedSyntax.isForAllLetters(expression);
  }
}
