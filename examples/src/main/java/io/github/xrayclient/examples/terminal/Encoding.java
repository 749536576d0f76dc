package io.github.xrayclient.examples.terminal;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.function.BooleanSupplier;

/**
 * The encoding of what the program prints. A console of Windows shows only texts in its own
 * encoding, which {@code chcp} tells. Everything else, such as a file, gets UTF-8 on every system.
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
