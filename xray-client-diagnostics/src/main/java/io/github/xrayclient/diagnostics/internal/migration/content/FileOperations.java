package io.github.xrayclient.diagnostics.internal.migration.content;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;

/** Writes, moves and deletes files. Tests replace it by operations that fail. */
public class FileOperations {
  private static final SecureRandom RANDOM = new SecureRandom();

  /** A random part for the name of a temporary file, so that no other file has this name. */
  public static String tag() {
    return String.format("%016x", RANDOM.nextLong());
  }

  /** The reason why a file cannot be used, without the name of the file. */
  public static String reason(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "access is denied";
    }
    String reason =
        e instanceof FileSystemException ? ((FileSystemException) e).getReason() : e.getMessage();
    return reason == null ? e.toString() : reason;
  }

  /** Writes a new file. Fails if a file or a symbolic link with this name exists. */
  public void write(Path file, byte[] bytes) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.write(file, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  /** Creates a file to write into. Fails if a file or a symbolic link with this name exists. */
  public OutputStream create(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    return Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  /** Renames a file. A file that has the new name is replaced in one step. */
  public void move(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Writes at the current position of the channel. */
  public void append(FileChannel channel, byte[] bytes) throws IOException {
    ByteBuffer rest = ByteBuffer.wrap(bytes);
    while (rest.hasRemaining()) {
      channel.write(rest);
    }
  }

  /** Waits until the storage device has everything that was written. */
  public void force(FileChannel channel) throws IOException {
    channel.force(true);
  }

  public void delete(Path file) throws IOException {
    Files.deleteIfExists(file);
  }
}
