package io.github.xrayclient.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How severe a finding is. Severities are compared without case, since servers change the case of
 * words. Their order is {@link #ALL}, unknown severities by their text, {@link #LOW}, {@link
 * #MEDIUM}, {@link #HIGH}, {@link #CRITICAL}.
 */
public final class Severity extends WireValue implements Comparable<Severity> {
  private static final long serialVersionUID = 1L;

  /** All severities; only used as the lowest severity of a policy. */
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

  /** Returns the severity with this text, which may be unknown to this version of the library. */
  @JsonCreator
  public static Severity of(String wire) {
    return new Severity(wire);
  }

  /**
   * Whether this severity is equal to or higher than another one. Every severity is at least {@link
   * #ALL}. Empty if this version of the library does not know one of the two severities.
   */
  public Optional<Boolean> isAtLeast(Severity bound) {
    if (Objects.requireNonNull(bound, "bound").equals(ALL)) {
      return Optional.of(true);
    }
    return BY_GRAVITY.contains(this) && BY_GRAVITY.contains(bound)
        ? Optional.of(compareTo(bound) >= 0)
        : Optional.empty();
  }

  /** Compares by severity; consistent with {@code equals}. */
  @Override
  public int compareTo(Severity other) {
    return ORDER.compare(this, Objects.requireNonNull(other, "other"));
  }
}
