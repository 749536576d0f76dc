package io.github.xrayclient.diagnostics.internal.migration.run;

import io.github.xrayclient.diagnostics.internal.migration.content.FileOperations;
import io.github.xrayclient.diagnostics.internal.migration.content.MigrationFailure;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The locked file of a journal. Only the migration that holds the lock writes to the file, or
 * deletes it if it is empty.
 */
final class JournalFile implements AutoCloseable {
  private final Path path;
  private final FileOperations operations;
  private final FileChannel channel;
  private final boolean isNew;

  private JournalFile(Path path, FileOperations operations, FileChannel channel, boolean isNew) {
    this.path = path;
    this.operations = operations;
    this.channel = channel;
    this.isNew = isNew;
  }

  /**
   * Opens and locks the file, and creates it if it is missing.
   *
   * @throws MigrationFailure if it is not a regular file, cannot be opened, or is locked
   */
  static JournalFile open(Path path, FileOperations operations) {
    try {
      Files.createDirectories(path.toAbsolutePath().getParent());
      while (true) {
        boolean isNew = !Files.exists(path);
        if (!isNew && !Files.isRegularFile(path)) {
          throw new MigrationFailure(path, "it is not a regular file; name another file", null);
        }
        FileChannel channel = FileChannel.open(
            path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        if (!lock(channel)) {
          channel.close();
          throw new MigrationFailure(
              path, "another migration is using this journal; wait until it has ended", null);
        }
        if (Files.exists(path)) {
          return new JournalFile(path, operations, channel, isNew);
        }
        channel.close(); // the migration that held the lock before has deleted the file
      }
    } catch (IOException e) {
      throw new MigrationFailure(
          path,
          "it cannot be opened: " + FileOperations.reason(e) + "; check its path and permissions",
          e);
    }
  }

  private static boolean lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException inThisProcess) {
      return false;
    }
  }

  byte[] bytes() throws IOException {
    return Channels.newInputStream(channel.position(0)).readAllBytes();
  }

  /** Cuts the file to this length, so that the next line begins there. */
  void cut(long length) throws IOException {
    channel.truncate(length).position(length);
  }

  /** Appends a line, and returns when the storage device has it. */
  void append(byte[] line) {
    try {
      operations.append(channel, line);
      operations.force(channel);
    } catch (IOException e) {
      throw new MigrationFailure(
          path,
          "it cannot be written, so the migration stopped: " + FileOperations.reason(e)
              + "; solve this problem, and run the migration again",
          e);
    }
  }

  /** Closes the file, and deletes it if it was created here and is empty. */
  @Override
  public void close() {
    try (channel) {
      if (isNew && channel.size() == 0) {
        Files.deleteIfExists(path); // while it is locked, nobody else can write to it
      }
    } catch (IOException e) {
      throw new MigrationFailure(
          path, "it cannot be closed: " + FileOperations.reason(e) + "; check the file", e);
    }
  }
}
