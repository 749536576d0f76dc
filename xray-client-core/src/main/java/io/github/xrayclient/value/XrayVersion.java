package io.github.xrayclient.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.math.BigInteger;

/**
 * A version such as {@code 3.116.0} or {@code 3.x-dev}. Ordered part by part, numbers by their value. A
 * part that is no number comes before the end of the text, and that before a number, so that {@code
 * 3.116.0-rc} is before {@code 3.116.0}, and that before {@code 3.116.0.1}.
 */
public final class XrayVersion extends WireValue implements Comparable<XrayVersion> {
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
    String[] mine = parts();
    String[] others = other.parts();
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

  /** Consistent with {@code equals}; texts whose parts are the same are ordered as texts. */
  @Override
  public int compareTo(XrayVersion other) {
    String[] mine = parts();
    String[] others = other.parts();
    for (int i = 0; i < Math.max(mine.length, others.length); i++) {
      int difference = compare(i < mine.length ? mine[i] : "", i < others.length ? others[i] : "");
      if (difference != 0) {
        return difference;
      }
    }
    return wire().compareTo(other.wire());
  }

  /** An empty text stands for the end. */
  private static int compare(String mine, String other) {
    if (isNumber(mine) && isNumber(other)) {
      return new BigInteger(mine).compareTo(new BigInteger(other));
    }
    int difference = Integer.compare(place(mine), place(other));
    return difference == 0 ? mine.compareTo(other) : difference;
  }

  private static int place(String part) {
    return part.isEmpty() ? 1 : isNumber(part) ? 2 : 0;
  }

  private static boolean isNumber(String part) {
    return part.matches("[0-9]+");
  }

  private String[] parts() {
    return wire().split("[.+-]", -1);
  }
}
