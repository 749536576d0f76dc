package io.github.xrayclient.diagnostics.internal.migration.run;

import io.github.xrayclient.diagnostics.migration.StepNote;

/** A step that failed for a reason that its result tells. */
final class StepFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final StepNote.Kind kind;

  StepFailure(StepNote.Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  StepNote.Kind kind() {
    return kind;
  }
}
