package io.github.xrayclient.internal.write;

/** Thrown if servers are known to refuse a field of a draft. */
public final class RefusedFieldException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String field;
  private final String problem;

  RefusedFieldException(String field, String problem, String message) {
    super(message);
    this.field = field;
    this.problem = problem;
  }

  /** The path of the field, as in {@code rules[block].criteria}. */
  public String field() {
    return field;
  }

  /** What is wrong and what to do, without the name of the draft. */
  public String problem() {
    return problem;
  }
}
