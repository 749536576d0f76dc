package io.github.xrayclient.diagnostics.migration;

import io.github.xrayclient.error.XrayException;
import io.github.xrayclient.remedy.Remediable;
import io.github.xrayclient.remedy.Remedy;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Thrown if a migration cannot continue, for example because a file cannot be read, or somebody
 * changed the server after the plan was made. The message is one line, says what to do, and
 * contains no credentials. Failed requests to the server are thrown as {@link XrayException}
 * instead.
 */
public final class MigrationException extends RuntimeException implements Remediable {
  private static final long serialVersionUID = 1L;

  /** The reasons for which a migration cannot continue. More kinds may be added. */
  public enum Kind {
    /** A file or directory cannot be read or written, or is not valid. {@link #file} names it. */
    FILE_NOT_USABLE,
    /**
     * The plan or the journal is for a server other than the one to which the client is connected.
     */
    OTHER_SERVER,
    /**
     * Somebody changed an object that a plan changes or needs after the plan was made, or an object
     * that a migration changed before its rollback. The message names what was changed.
     */
    SERVER_CHANGED,
    /** Two objects of one kind have the same name, or the mapping gives them the same name. */
    NAME_NOT_UNIQUE,
    /** The mapping is {@linkplain Mapping#strict strict} and does not cover a name. */
    NAME_NOT_MAPPED,
    /** A {@link Selection} includes no object, usually because a name is misspelled. */
    NOTHING_SELECTED,
    /**
     * The files of a snapshot have content that servers are known to refuse. {@link #findings}
     * lists it.
     */
    CONTENT_REFUSED,
    /** A plan would delete more objects than {@link Migration#prune(int)} allows. */
    TOO_MANY_DELETES,
    /** The server, or a snapshot, has no object with a name that was given. */
    OBJECT_NOT_FOUND,
    /** Policies would have blocked more downloads than a {@link Promotion} allows. */
    TOO_MANY_BLOCKED,
    /**
     * The answer to a request was lost, and it is unknown which of several objects the request
     * created.
     */
    OUTCOME_UNKNOWN
  }

  private final Kind kind;
  private final transient @Nullable Path file;
  private final transient @Nullable List<SnapshotFinding> findings;
  private final String problem;
  private final @Nullable Remedy remedy;

  MigrationException(Kind kind, String message, @Nullable Path file, @Nullable Throwable cause) {
    this(kind, message, null, file, List.of(), cause);
  }

  MigrationException(
      Kind kind,
      String problem,
      @Nullable Remedy remedy,
      @Nullable Path file,
      List<SnapshotFinding> findings,
      @Nullable Throwable cause) {
    super(remedy == null ? problem : remedy.after(problem), cause);
    this.kind = kind;
    this.file = file;
    this.findings = List.copyOf(findings);
    this.problem = problem;
    this.remedy = remedy;
  }

  /** The reason in words, without what can be done about it. */
  @Override
  public String problem() {
    return problem;
  }

  @Override
  public Optional<Remedy> remedy() {
    return Optional.ofNullable(remedy);
  }

  /** The reason for which the migration cannot continue. */
  public Kind kind() {
    return kind;
  }

  /**
   * The file or directory that cannot be used, for {@link Kind#FILE_NOT_USABLE}. Empty for other
   * kinds, and after deserialization.
   */
  public Optional<Path> file() {
    return Optional.ofNullable(file);
  }

  /**
   * Everything that is wrong with the files of a snapshot, for {@link Kind#CONTENT_REFUSED}. Empty
   * for other kinds, and after deserialization.
   */
  public List<SnapshotFinding> findings() {
    return findings == null ? List.of() : findings;
  }
}
