package io.github.xrayclient.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.xrayclient.XrayClient;
import io.github.xrayclient.error.XrayNotFoundException;
import io.github.xrayclient.testing.FakeXray;
import io.github.xrayclient.testing.FakeXray.Kind;
import io.github.xrayclient.testsupport.Clients;
import io.github.xrayclient.testsupport.Fixtures;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Applying watches to existing content. */
class WatchApplyTest {
  private final FakeXray server = FakeXray.start();
  private final XrayClient xray = Clients.once(server.url());
  private final Watches watches = xray.watches();
  private final Instant from = Instant.parse("2026-01-01T00:00:00.999Z");
  private final Instant until = Instant.parse("2026-02-01T12:30:05Z");

  @AfterEach
  void stop() {
    xray.close();
    server.close();
  }

  @Test
  void sendsNamesAndTimes() {
    server.seed(Kind.WATCHES, "{\"general_data\":{\"name\":\"w\",\"project_key\":\"k\"}}");

    watches.inProject("k").applyToExisting(List.of("w"), from, until);

    assertThat(server.requests()).singleElement().satisfies(request -> {
      assertThat(request).hasToString("POST /xray/api/v1/applyWatch?projectKey=k");
      assertThat(request.json())
          .isEqualTo(Fixtures.parse("{\"watch_names\":[\"w\"],\"date_range\":{\"start_date\":"
              + "\"2026-01-01T00:00:00.999+00:00\",\"end_date\":\"2026-02-01T12:30:05+00:00\"}}"));
    });
  }

  @Test
  void refusesWhatMeansNothing() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> watches.applyToExisting(List.of(), from, until))
        .withMessageContaining("watches must not be empty");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> watches.applyToExisting(List.of("w", ""), from, until))
        .withMessageContaining("watches");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> watches.applyToExisting(List.of("w"), until, from))
        .withMessageContaining("until must not be before from, but until was ");
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void throwsForAWatchThatIsNotThere() {
    assertThatExceptionOfType(XrayNotFoundException.class)
        .isThrownBy(() -> watches.applyToExisting(List.of("none"), from, until));
  }
}
