package io.github.xrayclient.diagnostics.internal.migration.run;

import io.github.xrayclient.diagnostics.migration.StepNote;

/** The reason why a step failed; it becomes a note on the result of the step. */
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
