package io.github.xrayclient.value;

import org.jspecify.annotations.Nullable;

/** How often an edit is begun again when somebody else changed the object meanwhile. Immutable. */
public final class Retry {
  private static final Retry NEVER = new Retry(0);

  private final int times;

  private Retry(int times) {
    this.times = times;
  }

  /** A change by somebody else ends the edit. */
  public static Retry never() {
    return NEVER;
  }

  /** The edit is made again on the fresh object, this often at most, 0 to 100. */
  public static Retry times(int times) {
    if (times < 0 || times > 100) {
      throw new IllegalArgumentException("times must be 0 to 100, but was " + times);
    }
    return new Retry(times);
  }

  /** How often. */
  public int times() {
    return times;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Retry && times == ((Retry) other).times;
  }

  @Override
  public int hashCode() {
    return times;
  }

  @Override
  public String toString() {
    return "Retry{times=" + times + "}";
  }
}
