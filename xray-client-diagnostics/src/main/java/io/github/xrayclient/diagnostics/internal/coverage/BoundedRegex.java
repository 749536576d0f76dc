package io.github.xrayclient.diagnostics.internal.coverage;

import java.util.Optional;

/**
 * A regular expression that is written for RE2, the engine of the server. It is not evaluated if it
 * is too long, if Java and RE2 may interpret it differently, if RE2 rejects it, or if it takes too
 * much work. Immutable.
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

  /** Whether the expression matches anywhere in the text; {@code COVERS_IF} if it is not evaluated. */
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
