package io.github.xrayclient.value;

import org.jspecify.annotations.Nullable;

/**
 * How often an edit is repeated if somebody else changed the object at the same time. Immutable.
 */
public final class Retry {
  private static final Retry NEVER = new Retry(0);

  private final int times;

  private Retry(int times) {
    this.times = times;
  }

  /** Returns a value for edits that fail at once if somebody else changed the object. */
  public static Retry never() {
    return NEVER;
  }

  /**
   * Returns a value for edits that are repeated: each time, the object is read again and the change
   * is applied to it.
   *
   * @param times the largest number of repetitions, from 0 to 100
   * @throws IllegalArgumentException if the number is negative or more than 100
   */
  public static Retry times(int times) {
    if (times < 0 || times > 100) {
      throw new IllegalArgumentException("times must be between 0 and 100, but was " + times);
    }
    return new Retry(times);
  }

  /** The largest number of repetitions; 0 for {@link #never()}. */
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
