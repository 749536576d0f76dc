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

  /** Why a migration cannot go on. More kinds may be added. */
  public enum Kind {
    /** A file or directory cannot be used; {@link #file} names it. */
    FILE_NOT_USABLE,
    /** The plan or the journal is for another server. */
    OTHER_SERVER,
    /** The server was changed since the plan was made, or since the plan was applied. */
    SERVER_CHANGED,
    /** Two objects have the same name, or the mapping gives it to them. */
    NAME_NOT_UNIQUE,
    /** An earlier answer was lost, and several objects may have been created by its request. */
    OUTCOME_UNKNOWN
  }

  private final Kind kind;
  private final transient @Nullable Path file;

  MigrationException(Kind kind, String message, @Nullable Path file, @Nullable Throwable cause) {
    super(message, cause);
    this.kind = kind;
    this.file = file;
  }

  /** Why the migration cannot go on. */
  public Kind kind() {
    return kind;
  }

  /** The file that cannot be used, if that is the reason; empty after deserialization. */
  public Optional<Path> file() {
    return Optional.ofNullable(file);
  }
}
