package io.github.xrayclient.diagnostics.internal.migration.progress;

import java.time.Duration;
import java.util.OptionalDouble;

/** How much was done in a time. Immutable. */
final class Pace {
  /** Nothing was done yet, and no time has passed. */
  static final Pace NONE = new Pace(0, Duration.ZERO);

  private static final double NANOS_PER_SECOND = 1e9;

  private final int done;
  private final Duration elapsed;

  Pace(int done, Duration elapsed) {
    this.done = done;
    this.elapsed = elapsed;
  }

  Duration elapsed() {
    return elapsed;
  }

  /** Empty if nothing was done or no time has passed. */
  OptionalDouble perSecond() {
    return done == 0 || elapsed.isZero()
        ? OptionalDouble.empty()
        : OptionalDouble.of(done * NANOS_PER_SECOND / elapsed.toNanos());
  }
}
