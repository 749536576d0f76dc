package io.github.xrayclient.curation.edit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xrayclient.testsupport.Thorough;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sequences of edits by chance; the number of a sequence is its seed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CurationEditsPropertyTest {
  private final EditSequences edits = new EditSequences();

  @AfterAll
  void stop() {
    edits.close();
  }

  static IntStream sequences() {
    return IntStream.range(0, Thorough.count(50, 2000));
  }

  @Timeout(30)
  @ParameterizedTest(name = "sequence {0}")
  @MethodSource("sequences")
  void loseNothingThatNobodyDropped(int sequence) {
    edits.run(sequence);
  }

  /** Sequences that never come to the point would prove nothing. */
  @Timeout(60)
  @Test
  void meetEveryEnding() {
    Set<String> endings = new TreeSet<>();

    for (int sequence = 0; sequence < 40; sequence++) {
      endings.addAll(edits.run(sequence).keySet());
    }

    assertThat(endings)
        .contains("GET 502", "GET 504", "GET CONNECTION_RESET", "GET LOST_ANSWER")
        .contains("GET TRUNCATED_BODY", "PUT 502", "PUT 504", "PUT CONNECTION_RESET")
        .contains("PUT LOST_ANSWER", "PUT TRUNCATED_BODY")
        .contains("edit made", "edit made again", "edit of nothing", "edit met a change")
        .contains("update made", "update over newer waivers made", "update met a change")
        .contains("update over newer waivers met a change", "update over newer waivers refused");
  }
}
