package io.github.xrayclient.examples.terminal;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.function.BooleanSupplier;

/**
 * The encoding of what the program prints. A Windows console shows only text in its own encoding,
 * which the command {@code chcp} prints. All other output is UTF-8, with one exception: with Java
 * 19 or later on Windows, a file gets the encoding of the system if only standard error is
 * redirected, because Java does not tell whether that stream is a console.
 */
public final class Encoding {
  private Encoding() {}

  /**
   * Returns the encoding for a stream.
   *
   * @param stream {@code stdout} or {@code stderr}
   */
  public static Charset of(String stream) {
    return of(stream, System.getProperties(), Terminal::isThere);
  }

  /** Until Java 18, the JDK sets the encoding only if the stream is a console. */
  static Charset of(String stream, Properties system, BooleanSupplier onTerminal) {
    if (!system.getProperty("os.name").startsWith("Windows")) {
      return StandardCharsets.UTF_8;
    }
    String old = system.getProperty("sun." + stream + ".encoding", "");
    String name = onTerminal.getAsBoolean() ? system.getProperty(stream + ".encoding", old) : old;
    return !name.isEmpty() && Charset.isSupported(name)
        ? Charset.forName(name)
        : StandardCharsets.UTF_8;
  }
}
