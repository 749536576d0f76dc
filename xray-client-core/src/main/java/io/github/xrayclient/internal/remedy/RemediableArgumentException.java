package io.github.xrayclient.internal.remedy;

import io.github.xrayclient.remedy.Remediable;
import io.github.xrayclient.remedy.Remedy;
import java.util.Objects;
import java.util.Optional;

/** An {@link IllegalArgumentException} that tells what can be done about it. */
public final class RemediableArgumentException extends IllegalArgumentException
    implements Remediable {
  private static final long serialVersionUID = 1L;

  private final String problem;
  private final Remedy remedy;

  /** Creates an exception whose message is the problem and the advice of the remedy. */
  public RemediableArgumentException(String problem, Remedy remedy) {
    super(remedy.after(problem));
    this.problem = Objects.requireNonNull(problem, "problem");
    this.remedy = remedy;
  }

  Remedy ownRemedy() {
    return remedy;
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
