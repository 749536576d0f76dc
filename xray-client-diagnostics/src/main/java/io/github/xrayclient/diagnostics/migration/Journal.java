package io.github.xrayclient.diagnostics.migration;

import io.github.xrayclient.diagnostics.internal.migration.content.Disk;
import io.github.xrayclient.diagnostics.internal.migration.content.MigrationFailure;
import io.github.xrayclient.diagnostics.internal.migration.run.OpenJournal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A file of JSON lines that tells what a migration did, with a backup of everything that it changed.
 * Each write is noted, and is on the disk, before it is sent, and is noted again after it was
 * verified, so that an interrupted migration can go on or be rolled back.
 *
 * <p>The last member of each line, {@code hash}, covers the line and all lines before it. A journal in
 * which a line was changed, moved, added or removed is refused before anything is sent. A last line
 * without its line end was never finished: the outcome of its step is unknown and is looked up. Lines
 * that are missing at the end cannot be told from an interruption. One migration at a time can use a
 * journal.
 */
public final class Journal {
  private final Path file;
  private final Disk disk;

  private Journal(Path file, Disk disk) {
    this.file = Objects.requireNonNull(file, "file");
    this.disk = disk;
  }

  /** The journal in this file, which need not be there yet. */
  public static Journal at(Path file) {
    return new Journal(file, new Disk());
  }

  static Journal at(Path file, Disk disk) {
    return new Journal(file, disk);
  }

  /** The file. */
  public Path file() {
    return file;
  }

  /** Journals are equal if their files have the same absolute path. */
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
   * Opens it for one migration at a time.
   *
   * @throws MigrationFailure if it cannot be used, or another migration has it open
   */
  OpenJournal open() {
    return OpenJournal.of(file, disk);
  }

  boolean exists() {
    return Files.exists(file);
  }
}
