package io.github.xrayclient.benchmark.table;

/** The number and size of the measurements. */
public enum Effort {
  /** Measures enough for figures that can be published. */
  FULL,

  /** Shows that every benchmark runs; the figures mean little. */
  SMOKE;

  /** The number of rounds, if it would be this number to measure everything. */
  public int rounds(int full) {
    return this == FULL ? full : 1;
  }
}
