package io.github.xrayclient.diagnostics.internal.refusal.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LogLineTest {
  @Test
  void isTheTextBetweenTwoLineBreaks() {
    LogLine line = LogLine.at("one\ntwo three\nfour", 8);

    assertThat(line.text()).isEqualTo("two three");
    assertThat(line.start()).isEqualTo(4);
    assertThat(line.end()).isEqualTo(13);
    assertThat(line.isWhole()).isTrue();
  }

  @Test
  void endsAtALineBreakThatJsonWritesAsAnEscape() {
    assertThat(LogLine.at("{\"log\":\"one\\ntwo three\\nfour\"}", 14).text())
        .isEqualTo("two three");
  }

  @Test
  void isThePartAroundThePositionIfItIsVeryLong() {
    LogLine line = LogLine.at("word ".repeat(4_000), 10_001);

    assertThat(line.text()).hasSizeLessThanOrEqualTo(4_096).startsWith(" word");
    assertThat(line.start()).isLessThan(10_001);
    assertThat(line.end()).isGreaterThan(10_001);
    assertThat(line.isWhole()).isFalse();
  }

  @Test
  void doesNotBeginBeforeTheLowestPosition() {
    LogLine line = LogLine.at("word ".repeat(4_000), 10_001, 9_000);

    assertThat(line.start()).isEqualTo(9_000);
  }
}
