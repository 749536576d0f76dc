package io.github.xrayclient.diagnostics.migration;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** What became of one step. Immutable. */
public final class StepResult {
  /** How far a step came. */
  public enum State {
    /** Made and verified now. */
    DONE,
    /** Made by an earlier call, or found so. */
    DONE_BEFORE,
    FAILED,
    /** Not tried, since an earlier one failed. */
    NOT_TRIED;

    boolean isDone() {
      return this == DONE || this == DONE_BEFORE;
    }

    /** In words. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  private final int number;
  private final PlanStep.Action action;
  private final ObjectKey key;
  private final State state;
  private final List<String> remarks;

  StepResult(int number, PlanStep.Action action, ObjectKey key, State state, List<String> remarks) {
    this.number = number;
    this.action = Objects.requireNonNull(action, "action");
    this.key = Objects.requireNonNull(key, "key");
    this.state = Objects.requireNonNull(state, "state");
    this.remarks = List.copyOf(remarks);
  }

  /** The number of the step in its plan. */
  public int number() {
    return number;
  }

  /** What was to be done. */
  public PlanStep.Action action() {
    return action;
  }

  /** What it was to be done to. */
  public ObjectKey key() {
    return key;
  }

  /** How far it came. */
  public State state() {
    return state;
  }

  /** Why it failed, or how the object is not as it should be though the server took it. */
  public List<String> remarks() {
    return remarks;
  }

  /** In words: {@code 3. create watch libs: done}. */
  @Override
  public String toString() {
    return number + ". " + action + " " + key + ": " + state;
  }
}
