package io.github.xrayclient.diagnostics.internal.migration.content;

import io.github.xrayclient.diagnostics.migration.MigrationException;
import io.github.xrayclient.diagnostics.migration.SnapshotFinding;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The reason why a migration cannot go on; callers get it as a {@link MigrationException}. */
public final class MigrationFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final MigrationException.Kind kind;
  private final transient @Nullable Path file;
  private final transient List<SnapshotFinding> findings;

  public MigrationFailure(MigrationException.Kind kind, String message) {
    super(message);
    this.kind = kind;
    this.file = null;
    this.findings = List.of();
  }

  /** A failure because of a file. The message begins with the name of the file. */
  public MigrationFailure(Path file, String problem, @Nullable Throwable cause) {
    super(file + ": " + problem, cause);
    this.kind = MigrationException.Kind.FILE_NOT_USABLE;
    this.file = file;
    this.findings = List.of();
  }

  /** A failure because of what a snapshot contains. */
  public MigrationFailure(String message, List<SnapshotFinding> findings) {
    super(message);
    this.kind = MigrationException.Kind.CONTENT_REFUSED;
    this.file = null;
    this.findings = List.copyOf(findings);
  }

  public MigrationException.Kind kind() {
    return kind;
  }

  /** What is wrong with a snapshot; empty if the reason is another one. */
  public List<SnapshotFinding> findings() {
    return findings;
  }

  /** The file that cannot be used; empty if the reason is another one. */
  public Optional<Path> file() {
    return Optional.ofNullable(file);
  }
}
