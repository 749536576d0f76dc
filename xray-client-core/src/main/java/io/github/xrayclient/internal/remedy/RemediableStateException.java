package io.github.xrayclient.internal.remedy;

import io.github.xrayclient.remedy.Remediable;
import io.github.xrayclient.remedy.Remedy;
import java.util.Objects;
import java.util.Optional;

/** An {@link IllegalStateException} that tells what can be done about it. */
public final class RemediableStateException extends IllegalStateException implements Remediable {
  private static final long serialVersionUID = 1L;

  private final String problem;
  private final Remedy remedy;

  /** Creates an exception whose message is the problem and the advice of the remedy. */
  public RemediableStateException(String problem, Remedy remedy) {
    super(remedy.after(problem));
    this.problem = Objects.requireNonNull(problem, "problem");
    this.remedy = remedy;
  }

  /** Creates an exception with the remedy of its cause. */
  public RemediableStateException(String problem, RemediableArgumentException cause) {
    this(problem, cause.ownRemedy());
    initCause(cause);
  }

  @Override
  public String problem() {
    return problem;
  }

  @Override
  public Optional<Remedy> remedy() {
    return Optional.of(remedy);
  }
}
