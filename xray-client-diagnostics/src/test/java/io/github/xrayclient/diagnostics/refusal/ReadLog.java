package io.github.xrayclient.diagnostics.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** Reads what a log says, whether these are refusals or a guess. */
public final class ReadLog {
  private ReadLog() {}

  /** The only refusal of a log, or its guess if there is none. */
  public static BlockedDownload one(RefusalLog log) {
    assertThat(all(log)).hasSize(1);
    return all(log).get(0);
  }

  /** The refusals of a log, or its guess if there is none. */
  public static List<BlockedDownload> all(RefusalLog log) {
    assertThat(log.refusals().isEmpty()).isEqualTo(log.guess().isPresent());
    return log.guess().map(List::of).orElseGet(log::refusals);
  }
}
