package io.github.xrayclient.value;

import com.fasterxml.jackson.annotation.JsonCreator;

/** A version such as {@code 3.116.0} or {@code 3.x-dev}, compared as far as it is made of numbers. */
public final class XrayVersion extends WireValue {
  private static final long serialVersionUID = 1L;

  private XrayVersion(String wire) {
    super(wire);
  }

  /** Any text; what is no number in it is left out of comparisons. */
  @JsonCreator
  public static XrayVersion of(String wire) {
    return new XrayVersion(wire);
  }

  /** Whether this is surely older than the other: at the first part that differs, both are numbers. */
  public boolean isBefore(XrayVersion other) {
    String[] mine = wire().split("[.+-]", -1);
    String[] others = other.wire().split("[.+-]", -1);
    for (int i = 0; i < Math.min(mine.length, others.length); i++) {
      if (!mine[i].matches("\\d{1,9}") || !others[i].matches("\\d{1,9}")) {
        return false;
      }
      int difference = Integer.compare(Integer.parseInt(mine[i]), Integer.parseInt(others[i]));
      if (difference != 0) {
        return difference < 0;
      }
    }
    return false;
  }
}
