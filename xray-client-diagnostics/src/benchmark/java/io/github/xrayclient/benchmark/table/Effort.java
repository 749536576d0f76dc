package io.github.xrayclient.benchmark.table;

import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** The number and size of the measurements. */
public enum Effort {
  /** Measures enough for figures that can be published. */
  FULL,

  /** Shows that every benchmark runs; the figures mean little. */
  SMOKE;

  public int rounds(int full) {
    return this == FULL ? full : 1;
  }

  public ChainedOptionsBuilder options() {
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
