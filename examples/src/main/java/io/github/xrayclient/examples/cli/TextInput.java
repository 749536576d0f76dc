package io.github.xrayclient.examples.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a file, or standard input if the name is {@code -}. */
public final class TextInput {
  private TextInput() {}

  /** Reads the whole text. Bytes that are not UTF-8 are replaced. */
  static String read(String file) throws IOException {
    byte[] bytes = file.equals("-") ? System.in.readAllBytes() : Files.readAllBytes(path(file));
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** Opens the file, to be read as bytes. */
  public static InputStream open(String file) throws IOException {
    return file.equals("-") ? System.in : Files.newInputStream(path(file));
  }

  /** Refuses an empty name, and a directory, since the JDK's message would not name it. */
  private static Path path(String file) throws FileSystemException {
    if (file.isEmpty()) {
      throw new FileSystemException("\"\"", null, "the name of the file is empty");
    }
    if (Files.isDirectory(Path.of(file))) {
      throw new FileSystemException(file, null, "it is a directory");
    }
    return Path.of(file);
  }
}
