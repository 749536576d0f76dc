package io.github.xrayclient.diagnostics.internal.migration.run;

import io.github.xrayclient.diagnostics.internal.migration.content.Disk;
import io.github.xrayclient.diagnostics.internal.migration.content.MigrationFailure;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The locked file of a journal. Only the migration that has the lock writes to the file, or removes
 * it while it is empty.
 */
final class JournalFile implements AutoCloseable {
  private final Path path;
  private final Disk disk;
  private final FileChannel channel;
  private final boolean isNew;

  private JournalFile(Path path, Disk disk, FileChannel channel, boolean isNew) {
    this.path = path;
    this.disk = disk;
    this.channel = channel;
    this.isNew = isNew;
  }

  /**
   * Opens the file, or makes it, for one migration at a time.
   *
   * @throws MigrationFailure if it is no regular file, cannot be opened, or is locked
   */
  static JournalFile open(Path path, Disk disk) {
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
          throw new MigrationFailure(path, "another migration has it open; wait for its end", null);
        }
        if (Files.exists(path)) {
          return new JournalFile(path, disk, channel, isNew);
        }
        channel.close(); // removed by the migration that had the lock before
      }
    } catch (IOException e) {
      throw new MigrationFailure(
          path, "it cannot be opened: " + Disk.reason(e) + "; check its path and permissions", e);
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

  /** Cuts the file off after this many bytes, so that the next line begins there. */
  void cut(long length) throws IOException {
    channel.truncate(length).position(length);
  }

  /** Appends a line, which is on the disk when this returns. */
  void append(byte[] line) {
    try {
      disk.append(channel, line);
      disk.force(channel);
    } catch (IOException e) {
      throw new MigrationFailure(
          path,
          "it cannot be written, so nothing more is sent: " + Disk.reason(e)
              + "; correct that, and call again",
          e);
    }
  }

  /** Removes the file if it was made here and holds nothing. */
  @Override
  public void close() {
    try (channel) {
      if (isNew && channel.size() == 0) {
        Files.deleteIfExists(path); // still locked, so nobody else has begun to write it
      }
    } catch (IOException e) {
      throw new MigrationFailure(path, "it cannot be closed: " + Disk.reason(e), e);
    }
  }
}
