package io.github.xrayclient.diagnostics.migration;

import io.github.xrayclient.diagnostics.internal.migration.content.MigrationFailure;
import java.util.function.Supplier;

/** Turns failures of the machinery into the exception that callers catch. */
final class Failures {
  private Failures() {}

  /**
   * Does the work.
   *
   * @throws MigrationException if the migration cannot go on, with the stack trace of the failure
   */
  static <T> T translated(Supplier<T> work) {
    try {
      return work.get();
    } catch (MigrationFailure failure) {
      MigrationException exception = new MigrationException(
          failure.kind(),
          String.valueOf(failure.getMessage()),
          failure.file().orElse(null),
          failure.getCause());
      exception.setStackTrace(failure.getStackTrace());
      for (Throwable suppressed : failure.getSuppressed()) {
        exception.addSuppressed(suppressed);
      }
      throw exception;
    }
  }

  /** Does work that has no result. */
  static void translated(Runnable work) {
    translated(() -> {
      work.run();
      return true;
    });
  }
}
