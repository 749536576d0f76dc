package io.github.xrayclient.diagnostics.internal.migration.run;

import io.github.xrayclient.diagnostics.internal.migration.content.StoredObject;
import io.github.xrayclient.diagnostics.migration.PlanStep;
import java.util.Optional;

/** Whether a step has to be undone, and the object as it is now. Immutable. */
final class Undo {
  private final boolean needed;
  private final boolean refused;
  private final String reason;
  private final Optional<StoredObject> now;

  private Undo(boolean needed, boolean refused, String reason, Optional<StoredObject> now) {
    this.needed = needed;
    this.refused = refused;
    this.reason = reason;
    this.now = now;
  }

  static Undo needed(Optional<StoredObject> now) {
    return new Undo(true, false, "", now);
  }

  static Undo needless() {
    return new Undo(false, false, "", Optional.empty());
  }

  static Undo refused() {
    return refused("");
  }

  static Undo refused(String reason) {
    return new Undo(false, true, reason, Optional.empty());
  }

  /** The action that undoes a step with this action. */
  static PlanStep.Action inverse(PlanStep.Action action) {
    switch (action) {
      case CREATE:
        return PlanStep.Action.DELETE;
      case DELETE:
        return PlanStep.Action.CREATE;
      default:
        return PlanStep.Action.UPDATE;
    }
  }

  boolean isNeeded() {
    return needed;
  }

  boolean isRefused() {
    return refused;
  }

  /** Why the step cannot be undone; empty if somebody changed the object. */
  String reason() {
    return reason;
  }

  /** The object as it is now; empty if there is none, or the step is not to be undone. */
  Optional<StoredObject> now() {
    return now;
  }
}
