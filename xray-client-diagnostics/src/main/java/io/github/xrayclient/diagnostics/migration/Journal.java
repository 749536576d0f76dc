package io.github.xrayclient.diagnostics.migration;

import io.github.xrayclient.diagnostics.internal.migration.content.FileOperations;
import io.github.xrayclient.diagnostics.internal.migration.content.MigrationFailure;
import io.github.xrayclient.diagnostics.internal.migration.run.OpenJournal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A file in which a migration records its steps, with a backup of every object that it changes.
 * With the journal, an interrupted migration can be continued or rolled back. Immutable and
 * thread-safe, but only one migration at a time can use the file.
 *
 * <p>Each line of the file is a JSON object with the time {@code at}. The first line also has the
 * user, if the credentials tell it, the version of Xray and that of the library. A line is written
 * to the storage device before a request is sent, and another one after its effect was verified.
 * The last field of each line, {@code hash}, covers the line and all lines before it. A journal in
 * which a line was changed, moved, added or removed is refused before anything is sent. If the last
 * line has no line end, the migration was interrupted: the outcome of the last step is unknown, and
 * is looked up on the server. It cannot be detected that whole lines are missing at the end: the
 * journal then looks like that of an interrupted migration.
 */
public final class Journal {
  private final Path file;
  private final FileOperations operations;

  private Journal(Path file, FileOperations operations) {
    this.file = Objects.requireNonNull(file, "file");
    this.operations = operations;
  }

  /**
   * The journal in this file. A migration creates the file and its directory if they are missing.
   */
  public static Journal at(Path file) {
    return new Journal(file, new FileOperations());
  }

  /**
   * The journal beside the file of a plan, whose name is that of the plan followed by {@code
   * .journal}. If this file records another plan whose migration or rollback has ended, the name is
   * followed by {@code .2.journal}, and so on.
   *
   * @param file the file that {@code plan} was read from
   * @throws MigrationException if such a file cannot be read or is not a journal
   */
  public static Journal beside(Path file, MigrationPlan plan) {
    Objects.requireNonNull(plan, "plan");
    String name = Objects.requireNonNull(file, "file").getFileName().toString();
    Journal journal = at(file.resolveSibling(name + ".journal"));
    for (int number = 2; journal.exists() && journal.isOfAnother(plan); number++) {
      journal = at(file.resolveSibling(name + "." + number + ".journal"));
    }
    return journal;
  }

  /** Whether it records a migration by another plan, which has ended. */
  private boolean isOfAnother(MigrationPlan plan) {
    return Failures.translated(() -> {
      try (OpenJournal open = open(Clock.systemUTC())) {
        return !open.isNew() && !open.isOf(plan.content()) && open.hasEnded();
      }
    });
  }

  static Journal at(Path file, FileOperations operations) {
    return new Journal(file, operations);
  }

  /** The file of the journal. */
  public Path file() {
    return file;
  }

  /** Two journals are equal if their files have the same absolute path. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Journal
        && file.toAbsolutePath().equals(((Journal) other).file.toAbsolutePath());
  }

  @Override
  public int hashCode() {
    return file.toAbsolutePath().hashCode();
  }

  @Override
  public String toString() {
    return "Journal(" + file + ")";
  }

  /**
   * Opens and locks the journal.
   *
   * @throws MigrationFailure if the file cannot be read or written, is not a journal, or is locked
   *     by another migration
   */
  OpenJournal open(Clock clock) {
    return OpenJournal.of(file, operations, clock);
  }

  boolean exists() {
    return Files.exists(file);
  }
}
