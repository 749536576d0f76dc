package io.github.xrayclient.diagnostics.internal.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.xrayclient.XrayClient;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.error.XrayTransportException;
import io.github.xrayclient.testing.FakeXray;
import org.junit.jupiter.api.Test;

class OptionalReadTest {
  @Test
  void takesNoInterruptForAFailureOfTheServer() {
    try (FakeXray server = FakeXray.start();
        XrayClient xray = XrayClient.builder()
            .baseUrl(server.url())
            .credentials(Credentials.anonymous())
            .build()) {
      OptionalRead<String, String> read = OptionalRead.of(
          key -> {
            Thread.currentThread().interrupt();
            return xray.repositories().get(key).key();
          },
          5);

      assertThatExceptionOfType(XrayTransportException.class).isThrownBy(() -> read.ask("libs"));
      assertThat(Thread.interrupted()).isTrue();
    }
  }
}
