package io.github.xrayclient.curation.internal.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuditSpanTest {
  private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

  static IntStream runs() {
    return IntStream.range(0, 200);
  }

  private static List<String> bounds(List<AuditSpan> windows) {
    return windows.stream()
        .map(window -> window.start() + " " + window.end())
        .collect(Collectors.toList());
  }

  @ParameterizedTest
  @MethodSource("runs")
  void isCoveredByWindowsThatAServerTakesWithoutAGap(int run) {
    SplittableRandom random = new SplittableRandom(run);
    Instant from = START.plusNanos(random.nextLong(Duration.ofDays(1000).toNanos()));
    Duration width =
        Duration.ofNanos(random.nextLong(Duration.ofDays(1 + run * 2L).toNanos()));
    AuditSpan span = new AuditSpan(from, from.plus(width));

    List<AuditSpan> windows = span.windows(true);

    assertThat(windows.get(0).start()).isEqualTo(span.start());
    assertThat(windows.get(windows.size() - 1).end()).isEqualTo(span.end());
    for (int i = 0; i < windows.size(); i++) {
      assertThat(windows.get(i).width()).isBetween(Duration.ZERO, Duration.ofDays(6));
      if (i > 0) {
        assertThat(Duration.between(windows.get(i).from(), windows.get(i - 1).to()))
            .isEqualTo(Duration.ofSeconds(1));
      }
    }
    for (int sample = 0; sample < 20; sample++) {
      Instant moment = span.from().plusMillis(random.nextLong(span.width().toMillis() + 1));
      assertThat(windows)
          .anyMatch(window -> !moment.isBefore(window.from()) && !moment.isAfter(window.to()));
    }
  }

  @Test
  void hasTheNewestWindowFirstUnlessToldOtherwise() {
    AuditSpan span = new AuditSpan(START, START.plus(Duration.ofDays(40)));

    List<String> oldestFirst = bounds(span.windows(true));
    List<String> newestFirst = new ArrayList<>(bounds(span.windows(false)));

    assertThat(newestFirst).hasSize(7);
    Collections.reverse(newestFirst);
    assertThat(newestFirst).isEqualTo(oldestFirst);
  }

  @ParameterizedTest
  @CsvSource({"PT0S,1", "PT144H,1", "PT144H0.001S,2", "PT168H,2", "PT287H59M59S,2", "PT288H,3"})
  void hasNoMoreWindowsThanItNeeds(Duration width, int windows) {
    assertThat(new AuditSpan(START, START.plus(width)).windows(true)).hasSize(windows);
  }

  @Test
  void isWrittenInUtcWithMilliseconds() {
    AuditSpan span = new AuditSpan(
        Instant.parse("2023-08-13T22:00:00Z"), Instant.parse("2023-08-14T00:00:00.123999Z"));

    assertThat(bounds(span.windows(true)))
        .containsExactly("2023-08-13T22:00:00.000Z 2023-08-14T00:00:00.123Z");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1969-12-31T23:59:59Z", "-1000000000-01-01T00:00:00Z", "+10000-01-01T00:00:00Z"})
  void hasNoBoundThatTheWireCannotHold(String time) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AuditSpan.bound("begin", Instant.parse(time)))
        .withMessageContaining("begin");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1970-01-01T00:00:00Z", "9999-12-31T23:59:59Z"})
  void mayReachFromBoundToBound(String time) {
    assertThat(AuditSpan.bound("end", Instant.parse(time))).isEqualTo(time);
  }
}
