package io.github.xrayclient.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xrayclient.XrayClient;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.examples.terminal.StatusLine;
import io.github.xrayclient.testing.FakeXray;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class HeartbeatTest {
  private final StringWriter screen = new StringWriter();
  private long now;
  private final StatusLine status = new StatusLine(new PrintWriter(screen), true, () -> now);
  private final RequestCount requests = new RequestCount();

  @Test
  void showsAfterTwoSecondsThatTheCommandWaits() {
    try (FakeXray fake = FakeXray.start();
        XrayClient xray = XrayClient.builder()
            .baseUrl(fake.url())
            .credentials(Credentials.anonymous())
            .addListener(requests)
            .build();
        Heartbeat heartbeat = new Heartbeat(status, requests)) {
      xray.policies().list();

      beat(heartbeat);
      assertThat(screen).hasToString("");
      beat(heartbeat);
      assertThat(screen).hasToString("waiting for the server: 2 s, answers so far: 1");
    }
  }

  @Test
  void leavesTheLineToACommandThatKnowsMore() {
    try (Heartbeat heartbeat = new Heartbeat(status, requests)) {
      status.show(() -> "too early");
      beat(heartbeat);
      beat(heartbeat);

      assertThat(screen).hasToString("");
    }
  }

  @Test
  void showsNothingAfterTheEnd() {
    try (Heartbeat heartbeat = new Heartbeat(status, requests)) {
      beat(heartbeat);
      beat(heartbeat);
      assertThat(screen).hasToString("working: 2 s");
      status.end();
      beat(heartbeat);

      assertThat(screen.toString()).endsWith("\r            \r");
    }
  }

  private void beat(Heartbeat heartbeat) {
    now += 1_000_000_000;
    heartbeat.beat();
  }
}
