package io.github.xrayclient.examples.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StatusLineTest {
  private static final long MILLIS = 1_000_000;

  private final StringWriter screen = new StringWriter();
  private final PrintWriter err = new PrintWriter(screen);
  private long now = -1_000 * MILLIS;
  private final StatusLine status = new StatusLine(err, true, () -> now);

  @BeforeEach
  void waitUntilItAppears() {
    now += 2_000 * MILLIS;
  }

  @Test
  void appearsAfterTwoSeconds() {
    StatusLine young = new StatusLine(err, true, () -> now);
    now += 1_999 * MILLIS;
    young.show(() -> "too early");
    now += MILLIS;
    young.show(() -> "two seconds");

    assertThat(screen).hasToString("two seconds");
  }

  @Test
  void prefersATextThatSaysMore() {
    status.showAtLeast(() -> "something");
    now += 250 * MILLIS;
    status.show(() -> "exact");
    now += 250 * MILLIS;
    status.showAtLeast(() -> "something");

    assertThat(screen).hasToString("something\r         \rexact");
  }

  @Test
  void isNeverWiderThanATerminal() {
    status.show(() -> "x".repeat(200));

    assertThat(screen).hasToString("x".repeat(78) + "…");
  }

  @Test
  void replacesTheTextAtMostFourTimesASecond() {
    status.show(() -> "one");
    now += 249 * MILLIS;
    status.show(() -> "skipped");
    now += MILLIS;
    status.show(() -> "two");

    assertThat(screen).hasToString("one\r   \rtwo");
  }

  @Test
  void isErasedBeforeAnythingElseIsPrinted() {
    StringWriter result = new StringWriter();
    status.show(() -> "half");

    new VisibleOutput(new PrintWriter(err), status).println("a warning");
    status.show(() -> "too early");
    now += 250 * MILLIS;
    status.show(() -> "done");
    new VisibleOutput(new PrintWriter(result), status).println("the result");

    assertThat(screen.toString().lines().toArray())
        .containsExactly("half", "    ", "a warning", "done", "    ");
    assertThat(result.toString().lines()).containsExactly("the result");
  }

  @Test
  void escapesWhatWouldControlTheTerminal() {
    status.show(() -> "a\u001b[2Jb");

    assertThat(screen).hasToString("a\\u001b[2Jb");
  }

  @Test
  void showsNothingWithoutATerminal() {
    StatusLine silent = new StatusLine(err, false, () -> now);

    silent.show(() -> "text");
    silent.showNow("text");
    silent.erase();

    assertThat(screen).hasToString("");
  }
}
