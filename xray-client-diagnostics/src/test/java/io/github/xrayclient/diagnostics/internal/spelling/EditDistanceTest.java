package io.github.xrayclient.diagnostics.internal.spelling;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditDistanceTest {
  @ParameterizedTest
  @CsvSource({
    "'', '', 0",
    "'', abc, 3",
    "libs, libs, 0",
    "libs, lib, 1",
    "libs, lisb, 1",
    "libs, lips, 1",
    "libs, Libs, 1",
    "npm-remote, nmp-remtoe, 2",
    "kitten, sitting, 3",
  })
  void countsTypingErrorsInBothDirections(String one, String other, int expected) {
    assertThat(EditDistance.between(one, other)).isEqualTo(expected);
    assertThat(EditDistance.between(other, one)).isEqualTo(expected);
  }

  @Test
  void doesNotCompareLongNamesLetterByLetter() {
    String longest = "a".repeat(EditDistance.LONGEST);

    assertThat(EditDistance.between(longest, "b" + longest.substring(1))).isEqualTo(1);
    assertThat(EditDistance.between(longest + "a", longest)).isEqualTo(EditDistance.LONGEST);
    assertThat(EditDistance.between("a".repeat(100_000), "a".repeat(99_999)))
        .isEqualTo(EditDistance.LONGEST);
    assertThat(EditDistance.between("a".repeat(100_000), "a".repeat(100_000))).isZero();
  }
}
