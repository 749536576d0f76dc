package io.github.xrayclient.diagnostics.internal.refusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.xrayclient.diagnostics.refusal.RefusalLog;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that repeat what the readers of tables, records and server logs look for. */
class HostileInputsTest {
  private static final int LENGTH = 1_500_000;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Found 7 blocked packages for project ",
        "Found 7 blocked packages for project x\n",
        "[DENIED DOWNLOAD] a:b for ",
        "[DENIED DOWNLOAD] a:",
        "-+-",
        "+----+----+----+----+----+\n",
        "+----+----+----+----+----+\n| BLOCKED PACKAGE NAME | a\n",
        "\u2500\u252c\u2500",
        "|GET|",
        "|GET|/a/b",
        "\"GET /artifactory/a/b HTTP/1.1\" ",
        "\"RequestPath\":\"/a\",\"RequestMethod\":\"GET\",",
        "npm error code ",
        "{\"blocked_package_name\":\"a\",\"action\":\"x\"",
        "{\"policies\":[{\"package_name\":",
        "\u001b[",
        "\\not found",
        "<html ",
      })
  void areReadInLinearTime(String part) {
    String text = part.repeat(LENGTH / part.length());

    assertThat(assertTimeoutPreemptively(Duration.ofSeconds(60), () -> RefusalLog.parse(text)))
        .isNotEmpty();
  }
}
