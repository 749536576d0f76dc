package io.github.xrayclient.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How grave a finding is. Compared without case, since servers change the case of what was sent.
 * Severities are ordered from {@link #LOW} to {@link #CRITICAL}; before those come {@link #ALL}, and
 * then the words that this version of the library does not know, by their text.
 */
public final class Severity extends WireValue implements Comparable<Severity> {
  private static final long serialVersionUID = 1L;

  /** Every severity, as a policy's lower bound. */
  public static final Severity ALL = new Severity("All severities");

  public static final Severity CRITICAL = new Severity("Critical");
  public static final Severity HIGH = new Severity("High");
  public static final Severity MEDIUM = new Severity("Medium");
  public static final Severity LOW = new Severity("Low");

  private static final List<Severity> BY_GRAVITY = List.of(LOW, MEDIUM, HIGH, CRITICAL);
  private static final Comparator<Severity> ORDER = Comparator.comparing(
          (Severity severity) -> !severity.equals(ALL))
      .thenComparingInt(BY_GRAVITY::indexOf)
      .thenComparing(severity -> withoutCase(severity.wire()));

  private Severity(String wire) {
    super(wire, withoutCase(wire));
  }

  @JsonCreator
  public static Severity of(String wire) {
    return new Severity(wire);
  }

  /**
   * Whether this severity is as grave as a lower bound or graver. Every severity reaches {@link #ALL}.
   * Empty if this version of the library does not know one of the two words.
   */
  public Optional<Boolean> isAtLeast(Severity bound) {
    if (bound.equals(ALL)) {
      return Optional.of(true);
    }
    return BY_GRAVITY.contains(this) && BY_GRAVITY.contains(bound)
        ? Optional.of(compareTo(bound) >= 0)
        : Optional.empty();
  }

  /** Consistent with {@code equals}. */
  @Override
  public int compareTo(Severity other) {
    return ORDER.compare(this, other);
  }
}
