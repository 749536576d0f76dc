package io.github.xrayclient.examples.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of text, or standard input. */
public final class TextInput {
  private TextInput() {}

  /** The text of the file, in which what is not UTF-8 is replaced; {@code -} is standard input. */
  static String read(String file) throws IOException {
    byte[] bytes = file.equals("-") ? System.in.readAllBytes() : Files.readAllBytes(path(file));
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** The bytes of the same. */
  public static InputStream open(String file) throws IOException {
    return file.equals("-") ? System.in : Files.newInputStream(path(file));
  }

  /** Refuses a directory, of which reading would not say the name. */
  private static Path path(String file) throws FileSystemException {
    if (file.isEmpty()) {
      throw new FileSystemException("\"\"", null, "the name of a file is missing");
    }
    if (Files.isDirectory(Path.of(file))) {
      throw new FileSystemException(file, null, "it is a directory");
    }
    return Path.of(file);
  }
}
