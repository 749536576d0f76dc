package io.github.xrayclient.examples;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of text, or standard input. */
final class TextInput {
  private TextInput() {}

  /** The text of the file, in which what is not UTF-8 is replaced; {@code -} is standard input. */
  static String read(String file) throws IOException {
    byte[] bytes = file.equals("-") ? System.in.readAllBytes() : Files.readAllBytes(Path.of(file));
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
