package io.github.xrayclient.diagnostics.migration;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A migration that cannot go on: a file that cannot be used, a plan that no longer fits the server,
 * an object that somebody else changed. The message is one line that says what to do, without
 * secrets. Failures of single requests are {@code XrayException}s.
 */
public final class MigrationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient @Nullable Path file;

  /** A failure with this message. */
  public MigrationException(String message) {
    super(message);
    this.file = null;
  }

  /** A failure because of a file. The message begins with the name of the file. */
  public MigrationException(Path file, String problem, @Nullable Throwable cause) {
    super(file + ": " + problem, cause);
    this.file = file;
  }

  /** The file that cannot be used, if that is the reason; empty after deserialization. */
  public Optional<Path> file() {
    return Optional.ofNullable(file);
  }
}
