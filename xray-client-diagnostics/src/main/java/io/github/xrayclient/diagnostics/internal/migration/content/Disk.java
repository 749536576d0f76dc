package io.github.xrayclient.diagnostics.internal.migration.content;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;

/** Changes of files; a test puts a failing one in its place. */
public class Disk {
  private static final SecureRandom RANDOM = new SecureRandom();

  /** A random part for the name of a temporary file, so that no other file has the name. */
  public static String tag() {
    return String.format("%016x", RANDOM.nextLong());
  }

  /** Why a file cannot be used, without its name and without the name of Java's class. */
  public static String reason(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "access is denied";
    }
    String reason =
        e instanceof FileSystemException ? ((FileSystemException) e).getReason() : e.getMessage();
    return reason == null ? e.toString() : reason;
  }

  /** Writes a file that must not be there yet; a symbolic link of its name is not followed either. */
  public void write(Path file, byte[] bytes) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.write(file, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  /** Gives a file its final name; a file that has this name is replaced in one step. */
  public void move(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Writes to the end of the file. */
  public void append(FileChannel channel, byte[] bytes) throws IOException {
    ByteBuffer rest = ByteBuffer.wrap(bytes);
    while (rest.hasRemaining()) {
      channel.write(rest);
    }
  }

  /** Waits until everything that was written is on the disk. */
  public void force(FileChannel channel) throws IOException {
    channel.force(true);
  }

  public void delete(Path file) throws IOException {
    Files.deleteIfExists(file);
  }
}
