package io.github.xrayclient.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Words, times and versions that have an order. */
class OrderTest {
  private static <T extends Comparable<T>> void checkOrder(
      Function<String, T> read, String... sorted) {
    List<T> values = Arrays.stream(sorted).map(read).collect(Collectors.toList());
    List<T> reversed = new ArrayList<>(values);
    Collections.reverse(reversed);
    Collections.sort(reversed);

    assertThat(reversed).isEqualTo(values);
    for (int i = 0; i < sorted.length; i++) {
      for (int j = 0; j < sorted.length; j++) {
        int order = values.get(i).compareTo(read.apply(sorted[j]));
        assertThat(Integer.signum(order))
            .as("%s and %s", sorted[i], sorted[j])
            .isEqualTo(Integer.compare(i, j));
        assertThat(order == 0).isEqualTo(values.get(i).equals(values.get(j)));
      }
    }
  }

  @Nested
  class OfSeverities {
    @Test
    void goesFromAllOverUnknownOnesToCritical() {
      checkOrder(
          Severity::of,
          "All severities",
          "Information",
          "Unknown",
          "low",
          "Medium",
          "HIGH",
          "Critical");
      assertThat(Severity.of("critical")).isEqualByComparingTo(Severity.CRITICAL);
    }

    @Test
    void saysWhatReachesALowerBound() {
      assertThat(Severity.HIGH.isAtLeast(Severity.HIGH)).hasValue(true);
      assertThat(Severity.of("critical").isAtLeast(Severity.HIGH)).hasValue(true);
      assertThat(Severity.LOW.isAtLeast(Severity.MEDIUM)).hasValue(false);
      assertThat(Severity.of("Unknown").isAtLeast(Severity.ALL)).hasValue(true);
    }

    @Test
    void doesNotSayItOfWordsThatAreNotKnown() {
      assertThat(Severity.of("Unknown").isAtLeast(Severity.LOW)).isEmpty();
      assertThat(Severity.HIGH.isAtLeast(Severity.of("Information"))).isEmpty();
      assertThat(Severity.ALL.isAtLeast(Severity.LOW)).isEmpty();
    }
  }

  @Nested
  class OfTimestamps {
    @Test
    void goesByTimeAndBeginsWithTextsThatAreNoTime() {
      checkOrder(
          Timestamp::of,
          "",
          "0001-01-01T00:00:00Z",
          "yesterday",
          "-1",
          "2024-05-01T12:00:00+02:00",
          "2024-05-01T10:00:00.001Z",
          "1714557600002");
    }

    @Test
    void putsTextsForTheSameTimeByTheirText() {
      checkOrder(Timestamp::of, "2024-05-01T10:00:00.000Z", "2024-05-01T10:00:00Z");
    }
  }

  @Nested
  class OfVersions {
    @Test
    void goesByTheNumbersInTheParts() {
      checkOrder(
          XrayVersion::of,
          "3.x-dev",
          "3",
          "3.9",
          "3.116-SNAPSHOT",
          "3.116",
          "3.116.0-rc",
          "3.116.0",
          "3.116.0.1",
          "3.116.2",
          "3.116.10",
          "3.99999999999",
          "4");
    }

    @Test
    void putsTextsOfTheSamePartsByTheirText() {
      checkOrder(XrayVersion::of, "3-1", "3.01", "3.1");
    }
  }
}
