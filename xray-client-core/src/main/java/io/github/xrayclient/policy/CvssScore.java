package io.github.xrayclient.policy;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A CVSS score from 0.0 to 10.0, a number for most servers and a text for some. It is written back as
 * it was read. Scores are equal if their numbers are.
 */
public final class CvssScore implements Serializable {
  private static final long serialVersionUID = 1L;

  @SuppressWarnings(
      "serial") // every node of Jackson is serializable, only its base class does not say so
  private final JsonNode wire;

  private CvssScore(JsonNode wire) {
    this.wire = Objects.requireNonNull(wire, "wire");
  }

  /** The score as received. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static CvssScore of(JsonNode wire) {
    return new CvssScore(wire);
  }

  /**
   * The score as the text of a number, such as {@code CvssScore.of("7.5")}.
   *
   * @throws NumberFormatException if the text is no number
   */
  public static CvssScore of(String score) {
    return new CvssScore(DecimalNode.valueOf(new BigDecimal(score)));
  }

  /**
   * The score as a number, such as {@code CvssScore.of(7.5)}.
   *
   * @throws IllegalArgumentException unless the number is 0 to 10
   */
  public static CvssScore of(double score) {
    if (!(0 <= score && score <= 10)) { // also refuses NaN
      throw new IllegalArgumentException("a CVSS score must be 0 to 10, but was " + score);
    }
    return new CvssScore(DecimalNode.valueOf(BigDecimal.valueOf(score + 0.0))); // no negative zero
  }

  /** The number; empty if what was received is none. */
  public Optional<BigDecimal> value() {
    try {
      return Optional.of(new BigDecimal(wire.asText()));
    } catch (NumberFormatException notANumber) {
      return Optional.empty(); // kept, and written back as it is
    }
  }

  /** As received. */
  @JsonValue
  public JsonNode wire() {
    return wire;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CvssScore && key().equals(((CvssScore) other).key());
  }

  @Override
  public int hashCode() {
    return key().hashCode();
  }

  @Override
  public String toString() {
    return wire.asText();
  }

  private Object key() {
    return value().<Object>map(BigDecimal::stripTrailingZeros).orElse(wire);
  }
}
