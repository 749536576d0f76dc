package io.github.xrayclient.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import com.fasterxml.jackson.databind.node.TextNode;
import io.github.xrayclient.policy.PolicyType;
import io.github.xrayclient.repository.RepositoryClass;
import io.github.xrayclient.testsupport.Fixtures;
import io.github.xrayclient.testsupport.RoundTrip;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {
  @Nested
  class Timestamps {
    @Test
    void areMadeOfAnInstantInUtc() {
      assertThat(Timestamp.of(Instant.parse("2030-05-01T10:00:00Z")).wire())
          .isEqualTo("2030-05-01T10:00:00Z");
      assertThat(Timestamp.of(Instant.parse("2030-05-01T10:00:00.250Z")).toInstant())
          .hasValue(Instant.parse("2030-05-01T10:00:00.250Z"));
    }

    @ParameterizedTest
    @CsvSource({
      "2025-04-17T09:08:14.507Z, 2025-04-17T09:08:14.507Z",
      "2025-03-12T16:26:10+02:00, 2025-03-12T16:26:10+02:00",
      "2023-08-30T05:45:52Z, 2023-08-30T05:45:52Z",
      "2025-12-26T14:05:57+05:30, 2025-12-26T14:05:57+05:30",
      "2026-05-01T00:00:00.123456789Z, 2026-05-01T00:00:00.123456789Z",
      "2026-05-01T02:00:00+0200, 2026-05-01T02:00:00+02:00",
      "1739697682644, 2025-02-16T09:21:22.644Z",
      "1767261600, 2026-01-01T10:00:00Z",
      "9999999999, 2286-11-20T17:46:39Z",
      "10000000000, 1970-04-26T17:46:40Z",
      "2024-02-29T23:59:59-11:30, 2024-02-29T23:59:59-11:30"
    })
    void areReadWithTheirOffset(String text, String time) {
      assertThat(Timestamp.of(text).toOffsetDateTime()).hasValue(OffsetDateTime.parse(time));
      assertThat(Timestamp.of(text).toInstant())
          .hasValue(OffsetDateTime.parse(time).toInstant());
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "0001-01-01T00:00:00Z",
          "0001-01-01T00:00:00.000Z",
          "0001-01-01T00:00:00+00:00",
          "0",
          "-62135596800",
          "-62135596800000",
          "yesterday",
          "2025-13-01T00:00:00Z",
          "2025-02-30T00:00:00Z",
          "2025-01-01",
          "2025-01-01T00:00:00",
          "99999999999999999999"
        })
    void areNoneWhereTheTextSaysNeverOrNothing(String text) {
      assertThat(Timestamp.of(text).toOffsetDateTime()).isEmpty();
      assertThat(Timestamp.of(text).toInstant()).isEmpty();
      assertThat(Timestamp.of(text).wire()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
      "'', true",
      "' ', true",
      "0001-01-01T00:00:00Z, true",
      "0, true",
      "-62135596800, true",
      "-62135596800000, true",
      "yesterday, false",
      "1, false",
      "2026-05-01T00:00:00Z, false"
    })
    void mayMeanNever(String text, boolean never) {
      assertThat(Timestamp.of(text).isNever()).isEqualTo(never);
    }

    @Test
    void mayBeNumbersOnTheWire() {
      Timestamp time = RoundTrip.read(Fixtures.parse("1739697682644"), Timestamp.class);

      assertThat(time.toInstant()).hasValue(Instant.ofEpochMilli(1739697682644L));
      assertThat(RoundTrip.read(Fixtures.parse("1767261600"), Timestamp.class).toInstant())
          .hasValue(Instant.parse("2026-01-01T10:00:00Z"));
      assertThat(RoundTrip.write(time)).isEqualTo(Fixtures.parse("1739697682644"));
      assertThat(time).isEqualTo(Timestamp.of("1739697682644"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-04-17T09:08:14.500Z", "2026-05-01T02:00:00+0200", "17", "", "x"})
    void areWrittenAsTheyWereRead(String text) {
      Timestamp time = RoundTrip.read(TextNode.valueOf(text), Timestamp.class);

      assertThat(RoundTrip.write(time)).isEqualTo(TextNode.valueOf(text));
    }
  }

  @Nested
  class Words {
    @Test
    void areComparedWithoutCaseWhereServersChangeIt() {
      assertThat(Severity.of("HIGH")).isEqualTo(Severity.HIGH).hasSameHashCodeAs(Severity.HIGH);
      assertThat(Severity.of("all SEVERITIES")).isEqualTo(Severity.ALL);
      assertThat(Severity.of("HIGH")).isNotEqualTo(Severity.CRITICAL);
      assertThat(PolicyType.of("Security")).isEqualTo(PolicyType.SECURITY);
      assertThat(RepositoryClass.of("LOCAL")).isEqualTo(RepositoryClass.LOCAL);
    }

    @Test
    void keepTheirSpelling() {
      assertThat(RoundTrip.write(Severity.of("hIgH"))).isEqualTo(TextNode.valueOf("hIgH"));
      assertThat(Severity.of("hIgH")).hasToString("hIgH");
    }

    @Test
    void areComparedWithoutCaseInEveryCountry() {
      java.util.Locale before = java.util.Locale.getDefault();
      java.util.Locale.setDefault(
          new java.util.Locale.Builder().setLanguage("tr").build());
      try {
        assertThat(Severity.of("CRITICAL")).isEqualTo(Severity.of("critical"));
      } finally {
        java.util.Locale.setDefault(before);
      }
    }

    @Test
    void ofDifferentKindsAreNotTheSame() {
      assertThat((Object) PolicyType.of("local")).isNotEqualTo(RepositoryClass.of("local"));
      assertThat((Object) Severity.HIGH).isNotEqualTo("High");
    }

    @Test
    void areNeverNull() {
      assertThatNullPointerException().isThrownBy(() -> Severity.of(null));
      assertThatNullPointerException().isThrownBy(() -> PolicyType.of(null));
    }
  }
}
