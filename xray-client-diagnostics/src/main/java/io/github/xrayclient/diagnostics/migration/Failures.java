package io.github.xrayclient.diagnostics.migration;

import io.github.xrayclient.diagnostics.internal.migration.content.MigrationFailure;
import java.util.function.Supplier;

/** Turns failures of internal classes into the exception that callers catch. */
final class Failures {
  private Failures() {}

  /**
   * Runs work that may fail.
   *
   * @throws MigrationException if the work throws a {@link MigrationFailure}; it has the stack
   *     trace of that failure
   */
  static <T> T translated(Supplier<T> work) {
    try {
      return work.get();
    } catch (MigrationFailure failure) {
      MigrationException exception = new MigrationException(
          failure.kind(),
          failure.problem(),
          failure.remedy().orElse(null),
          failure.file().orElse(null),
          failure.findings(),
          failure.getCause());
      exception.setStackTrace(failure.getStackTrace());
      for (Throwable suppressed : failure.getSuppressed()) {
        exception.addSuppressed(suppressed);
      }
      throw exception;
    }
  }

  /** Runs work that returns nothing and may fail. */
  static void translated(Runnable work) {
    translated(() -> {
      work.run();
      return true;
    });
  }
}
