package io.github.xrayclient.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThrottledCommandTest extends CommandLineFixture {
  @TempDir
  Path folder;

  @Test
  void saysOnceThatTheServerAsksToWait() {
    fake.failNext(429, 1, "Retry-After", "0");

    int exit = onServer("export", folder.toString());

    assertThat(exit).isZero();
    assertThat(err.toString().lines())
        .singleElement()
        .asString()
        .startsWith("The server received too many requests (429); the command waits ")
        .endsWith(" and continues.");
  }

  @Test
  void saysAtTheEndHowOftenItWaited() {
    fake.failNext(429, 2, "Retry-After", "0");

    onServer("export", folder.toString());

    assertThat(err.toString().lines()).hasSize(2);
    assertThat(err.toString())
        .containsSubsequence(
            "received too many requests (429); the command waits",
            "The command waited 2 times, ",
            " in all, because the server received too many requests (429).");
  }

  @Test
  void saysNothingAboutOtherRetries() {
    fake.failNext(503, 1, "Retry-After", "0");

    assertThat(onServer("export", folder.toString())).isZero();
    assertThat(err).hasToString("");
  }
}
