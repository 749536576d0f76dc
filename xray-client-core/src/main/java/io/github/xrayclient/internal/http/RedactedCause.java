package io.github.xrayclient.internal.http;

import org.jspecify.annotations.Nullable;

/**
 * Replaces an exception whose message must not be shown, since it holds a credential or more than
 * one line. It has the name of that exception's class, its message without these, and its stack
 * trace.
 */
public final class RedactedCause extends Exception {
  private static final long serialVersionUID = 1L;

  private final String className;

  /**
   * @param message the part of the original's message that may be shown
   * @param cause the part of the original's cause that may be shown
   */
  public RedactedCause(Throwable original, @Nullable String message, @Nullable Throwable cause) {
    super(message, cause);
    this.className = original.getClass().getName();
    setStackTrace(original.getStackTrace());
  }

  @Override
  @SuppressWarnings("OverrideThrowableToString") // names another class than its own
  public String toString() {
    return getMessage() == null ? className : className + ": " + getMessage();
  }
}
