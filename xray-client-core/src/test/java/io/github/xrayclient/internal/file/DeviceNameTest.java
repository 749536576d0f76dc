package io.github.xrayclient.internal.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceNameTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "con",
        "NUL",
        "Aux",
        "prn",
        "com1",
        "LPT9",
        "com0",
        "COM\u00b2",
        "conin$",
        "CONOUT$",
        "nul.txt",
        "con.tar.gz",
        "aux .csv",
        "nul ",
        "nul:stream",
        "nul."
      })
  void findsDevices(String name) {
    assertThat(DeviceName.matches(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "con1", "console", "com", "com12", "lpt", "_nul", ".nul", "nu l", "null.txt"})
  void allowsOtherNames(String name) {
    assertThat(DeviceName.matches(name)).isFalse();
  }
}
