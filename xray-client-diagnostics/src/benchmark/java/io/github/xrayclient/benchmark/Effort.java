package io.github.xrayclient.benchmark;

import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** How much is measured. */
enum Effort {
  /** For figures to publish. */
  FULL,

  /** To see that everything runs; the figures say little. */
  SMOKE;

  int rounds(int full) {
    return this == FULL ? full : 1;
  }

  ChainedOptionsBuilder options() {
    ChainedOptionsBuilder options = new OptionsBuilder();
    return this == FULL
        ? options
        : options
            .param("policies", "2000")
            .param("size", "500")
            .warmupTime(TimeValue.milliseconds(300))
            .measurementTime(TimeValue.milliseconds(300));
  }
}
