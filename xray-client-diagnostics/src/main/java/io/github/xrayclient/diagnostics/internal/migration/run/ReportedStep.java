package io.github.xrayclient.diagnostics.internal.migration.run;

import io.github.xrayclient.diagnostics.migration.ObjectKey;
import io.github.xrayclient.diagnostics.migration.PlanStep;
import io.github.xrayclient.diagnostics.migration.StepResult;
import java.util.List;

/** A step of a migration that has ended. Immutable. */
public final class ReportedStep implements StepResult {
  private final int number;
  private final PlanStep.Action action;
  private final ObjectKey key;
  private final State state;
  private final List<String> remarks;

  public ReportedStep(
      int number, PlanStep.Action action, ObjectKey key, State state, List<String> remarks) {
    this.number = number;
    this.action = action;
    this.key = key;
    this.state = state;
    this.remarks = List.copyOf(remarks);
  }

  @Override
  public int number() {
    return number;
  }

  @Override
  public PlanStep.Action action() {
    return action;
  }

  @Override
  public ObjectKey key() {
    return key;
  }

  @Override
  public State state() {
    return state;
  }

  @Override
  public List<String> remarks() {
    return remarks;
  }

  @Override
  public String toString() {
    return number + ". " + action + " " + key + ": " + state;
  }
}
