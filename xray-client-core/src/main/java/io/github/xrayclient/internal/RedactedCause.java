package io.github.xrayclient.internal;

import org.jspecify.annotations.Nullable;

/**
 * Stands for a failure whose own text may not be shown, since it repeats a credential or is made to
 * look like several lines. It shows that failure's class, its text without these, and its stack
 * trace.
 */
final class RedactedCause extends Exception {
  private static final long serialVersionUID = 1L;

  private final String className;

  /**
   * @param message what may be shown of the original's message
   * @param cause what may be shown of the original's cause
   */
  RedactedCause(Throwable original, @Nullable String message, @Nullable Throwable cause) {
    super(message, cause);
    this.className = original.getClass().getName();
    setStackTrace(original.getStackTrace());
  }

  @Override
  public String toString() {
    return getMessage() == null ? className : className + ": " + getMessage();
  }
}
