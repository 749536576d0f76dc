package io.github.xrayclient.value;

import com.fasterxml.jackson.annotation.JsonCreator;

/** Which way a listing is sorted. */
public final class Direction extends WireValue {
  private static final long serialVersionUID = 1L;

  public static final Direction ASCENDING = new Direction("asc");
  public static final Direction DESCENDING = new Direction("desc");

  private Direction(String wire) {
    super(wire);
  }

  /** The value that the server spells like this. */
  @JsonCreator
  public static Direction of(String wire) {
    return new Direction(wire);
  }
}
