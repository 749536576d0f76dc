package io.github.xrayclient.value;

import com.fasterxml.jackson.annotation.JsonCreator;

/**
 * The direction in which a listing is sorted: {@link #ASCENDING} or {@link #DESCENDING}. Compared
 * without case.
 */
public final class Direction extends WireValue {
  private static final long serialVersionUID = 1L;

  /** From the smallest to the largest value, or from the oldest to the newest. */
  public static final Direction ASCENDING = new Direction("asc");
  /** From the largest to the smallest value, or from the newest to the oldest. */
  public static final Direction DESCENDING = new Direction("desc");

  private Direction(String wire) {
    super(wire, withoutCase(wire));
  }

  /** Returns the direction with this text; the server knows {@code asc} and {@code desc}. */
  @JsonCreator
  public static Direction of(String wire) {
    return new Direction(wire);
  }
}
