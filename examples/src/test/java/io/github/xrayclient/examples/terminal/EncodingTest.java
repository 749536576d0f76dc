package io.github.xrayclient.examples.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EncodingTest {
  @ParameterizedTest
  @CsvSource({
    "Windows 11, stdout.encoding, Cp850, true, IBM850", // Java 19 and later
    "Windows 11, stdout.encoding, Cp1252, false, UTF-8", // of the system, and not of a console
    "Windows 11, stderr.encoding, Cp850, true, UTF-8",
    "Windows 10, sun.stdout.encoding, cp437, true, IBM437",
    "Windows 10, sun.stdout.encoding, cp437, false, IBM437", // only standard input is no console
    "Windows 10, sun.stdout.encoding, cp65001x, true, UTF-8",
    "Windows 10, x, x, true, UTF-8",
    "Linux, stdout.encoding, ANSI_X3.4-1968, true, UTF-8",
    "Mac OS X, sun.stdout.encoding, US-ASCII, true, UTF-8"
  })
  void isThatOfAConsoleOnWindowsOnly(
      String os, String property, String value, boolean onTerminal, String expected) {
    Properties system = new Properties();
    system.setProperty("os.name", os);
    system.setProperty(property, value);

    assertThat(Encoding.of("stdout", system, () -> onTerminal)).hasToString(expected);
  }
}
