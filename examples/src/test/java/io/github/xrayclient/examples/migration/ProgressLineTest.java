package io.github.xrayclient.examples.migration;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xrayclient.XrayClient;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.diagnostics.migration.Journal;
import io.github.xrayclient.diagnostics.migration.Migration;
import io.github.xrayclient.diagnostics.migration.MigrationPlan;
import io.github.xrayclient.diagnostics.migration.Snapshot;
import io.github.xrayclient.examples.terminal.StatusLine;
import io.github.xrayclient.testing.FakeXray;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgressLineTest {
  private static final long SECOND = 1_000_000_000;

  private final FakeXray source =
      FakeXray.start().seed(FakeXray.Kind.POLICIES, "[" + policy("a") + "," + policy("b") + "]");
  private final FakeXray target = FakeXray.start();
  private final StringWriter screen = new StringWriter();
  private long now;

  @TempDir
  Path folder;

  @AfterEach
  void stop() {
    source.close();
    target.close();
  }

  @Test
  void showsHowManyStepsAreDone() {
    ProgressLine line =
        new ProgressLine(new StatusLine(new PrintWriter(screen), true, () -> now += SECOND));
    try (XrayClient from = client(source);
        XrayClient to = client(target)) {
      Snapshot snapshot = Migration.of(from).snapshot();
      Migration migration = Migration.of(to).progress(line);

      MigrationPlan plan = migration.plan(snapshot);
      assertThat(migration.apply(plan, Journal.at(folder.resolve("journal"))).isComplete())
          .isTrue();
    }

    List<String> shown = screen
        .toString()
        .replaceAll(", [0-9,]+ per second", ", N per second")
        .lines()
        .filter(text -> !text.isBlank())
        .collect(Collectors.toList());
    assertThat(shown)
        .contains("read 0 policies", "compare 2 objects")
        .endsWith("apply: 0 of 2 steps", "apply: 1 of 2 steps, N per second");
  }

  private static String policy(String name) {
    return "{\"name\":\"" + name
        + "\",\"type\":\"security\",\"rules\":[{\"name\":\"r\",\"priority\":1,"
        + "\"criteria\":{\"min_severity\":\"High\"},\"actions\":{\"mails\":[\"a@x.example\"]}}]}";
  }

  private static XrayClient client(FakeXray server) {
    return XrayClient.builder()
        .baseUrl(server.url())
        .credentials(Credentials.anonymous())
        .build();
  }
}
