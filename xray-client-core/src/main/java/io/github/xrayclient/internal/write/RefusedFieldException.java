package io.github.xrayclient.internal.write;

import io.github.xrayclient.remedy.Remediable;
import io.github.xrayclient.remedy.Remedy;
import java.util.Optional;

/** Thrown if servers are known to refuse a field of a draft. */
public final class RefusedFieldException extends IllegalArgumentException implements Remediable {
  private static final long serialVersionUID = 1L;

  private static final Remedy UNCHECKED =
      Remedy.of(Remedy.Kind.ACCEPT_UNCHECKED, "call unchecked() if your server accepts it");

  private final String field;
  private final String finding;
  private final String problem;
  private final boolean avoidable;

  /**
   * @param subject the draft, with a colon
   * @param finding what is wrong and what to do, without the name of the draft
   * @param avoidable whether a call of {@code unchecked()} avoids the exception
   */
  RefusedFieldException(String field, String subject, String finding, boolean avoidable) {
    super(subject + finding + (avoidable ? " (" + UNCHECKED + ")" : ""));
    this.avoidable = avoidable;
    this.field = field;
    this.finding = finding;
    this.problem = subject + finding;
  }

  /** The path of the field, as in {@code rules[block].criteria}. */
  public String field() {
    return field;
  }

  /** What is wrong and what to do, without the name of the draft. */
  public String finding() {
    return finding;
  }

  @Override
  public String problem() {
    return problem;
  }

  @Override
  public Optional<Remedy> remedy() {
    return avoidable ? Optional.of(UNCHECKED) : Optional.empty();
  }
}
