package io.github.xrayclient.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerStackTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a~ --- at x.go:1 (f) ---~Caused by: b | a; Caused by: b",
        "a~ --- at x.go:1 (f) ---~Caused by: b~ --- at y.go:2 (g) ---~Caused by: c | a; Caused by: c",
        "a~ --- at x.go:1 (f) --- | a",
        " --- at x.go:1 (f) ---~Caused by: b | Caused by: b",
        " --- at x.go:1 (f) --- |  --- at x.go:1 (f) ---",
        "a~Caused by: b | a~Caused by: b",
        "plain | plain"
      })
  void isShortenedToItsFirstLineAndLastCause(String message, String shortened) {
    assertThat(ServerStack.shortened(message.replace('~', '\n')))
        .isEqualTo(shortened.replace('~', '\n'));
  }
}
