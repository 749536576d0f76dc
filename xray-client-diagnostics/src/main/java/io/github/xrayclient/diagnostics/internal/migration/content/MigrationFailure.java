package io.github.xrayclient.diagnostics.internal.migration.content;

import io.github.xrayclient.diagnostics.migration.MigrationException;
import io.github.xrayclient.diagnostics.migration.SnapshotFinding;
import io.github.xrayclient.remedy.Remedy;
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
  private final String problem;
  private final @Nullable Remedy remedy;

  public MigrationFailure(MigrationException.Kind kind, String message) {
    this(kind, message, null, List.of(), null, null);
  }

  public MigrationFailure(MigrationException.Kind kind, String problem, Remedy remedy) {
    this(kind, problem, null, List.of(), remedy, null);
  }

  /** A failure because of a file. The message begins with the name of the file. */
  public MigrationFailure(Path file, String problem, @Nullable Throwable cause) {
    this(
        MigrationException.Kind.FILE_NOT_USABLE,
        file + ": " + problem,
        file,
        List.of(),
        null,
        cause);
  }

  /** A failure because of a file, with what can be done about it. */
  public MigrationFailure(Remedy remedy, Path file, String problem) {
    this(
        MigrationException.Kind.FILE_NOT_USABLE,
        file + ": " + problem,
        file,
        List.of(),
        remedy,
        null);
  }

  /** A failure because of what a snapshot contains. */
  public MigrationFailure(String problem, List<SnapshotFinding> findings, Remedy remedy) {
    this(MigrationException.Kind.CONTENT_REFUSED, problem, null, findings, remedy, null);
  }

  private MigrationFailure(
      MigrationException.Kind kind,
      String problem,
      @Nullable Path file,
      List<SnapshotFinding> findings,
      @Nullable Remedy remedy,
      @Nullable Throwable cause) {
    super(remedy == null ? problem : remedy.after(problem), cause);
    this.kind = kind;
    this.problem = problem;
    this.file = file;
    this.findings = List.copyOf(findings);
    this.remedy = remedy;
  }

  /** The message without what can be done. */
  public String problem() {
    return problem;
  }

  /** What can be done; empty if nothing general is known. */
  public Optional<Remedy> remedy() {
    return Optional.ofNullable(remedy);
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
