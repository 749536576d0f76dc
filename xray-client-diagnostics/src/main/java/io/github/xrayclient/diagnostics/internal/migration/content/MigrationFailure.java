package io.github.xrayclient.diagnostics.internal.migration.content;

import io.github.xrayclient.diagnostics.migration.MigrationException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The reason why a migration cannot go on; callers get it as a {@link MigrationException}. */
public final class MigrationFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final MigrationException.Kind kind;
  private final transient @Nullable Path file;

  public MigrationFailure(MigrationException.Kind kind, String message) {
    super(message);
    this.kind = kind;
    this.file = null;
  }

  /** A failure because of a file. The message begins with the name of the file. */
  public MigrationFailure(Path file, String problem, @Nullable Throwable cause) {
    super(file + ": " + problem, cause);
    this.kind = MigrationException.Kind.FILE_NOT_USABLE;
    this.file = file;
  }

  public MigrationException.Kind kind() {
    return kind;
  }

  /** The file that cannot be used; empty if the reason is another one. */
  public Optional<Path> file() {
    return Optional.ofNullable(file);
  }
}
