package io.github.xrayclient.internal.http;

import org.jspecify.annotations.Nullable;

/**
 * Replaces an exception in a list of causes if its message contains a credential or several lines.
 * It has the class name and the stack trace of the original, and a redacted message on one line.
 */
public final class RedactedCause extends Exception {
  private static final long serialVersionUID = 1L;

  private final String className;

  /**
   * @param message the redacted message of the original
   * @param cause the redacted cause of the original
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
