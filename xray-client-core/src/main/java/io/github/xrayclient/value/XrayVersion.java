package io.github.xrayclient.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.math.BigInteger;
import java.util.Objects;

/**
 * A version of Xray such as {@code 3.116.0} or {@code 3.x-dev}. Versions are ordered part by part,
 * and numbers by their value. A part that is not a number comes before the end of the text, and the
 * end of the text before a number: {@code 3.116.0-rc} is before {@code 3.116.0}, which is before
 * {@code 3.116.0.1}.
 */
public final class XrayVersion extends WireValue implements Comparable<XrayVersion> {
  private static final long serialVersionUID = 1L;

  private XrayVersion(String wire) {
    super(wire);
  }

  /** Returns a version with this text. Any text is accepted. */
  @JsonCreator
  public static XrayVersion of(String wire) {
    return new XrayVersion(wire);
  }

  /**
   * Whether this version is certainly older than another one: the first part that differs is a
   * number in both versions, and this version has the smaller number. False if that is not certain.
   */
  public boolean isBefore(XrayVersion other) {
    Objects.requireNonNull(other, "other");
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

  /**
   * Compares in the order that the class describes; consistent with {@code equals}. Versions with
   * equal parts are compared as texts.
   */
  @Override
  public int compareTo(XrayVersion other) {
    Objects.requireNonNull(other, "other");
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

  /** Compares two parts; an empty part stands for the end of the version. */
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
