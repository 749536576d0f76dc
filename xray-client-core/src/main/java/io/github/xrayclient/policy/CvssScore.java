package io.github.xrayclient.policy;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import io.github.xrayclient.internal.secret.VisibleText;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A CVSS score from 0.0 to 10.0. Most servers send it as a number, some as a text; it is written
 * back as it was received. Two scores are equal if their numbers are equal. Immutable and
 * thread-safe.
 */
public final class CvssScore implements Serializable {
  private static final long serialVersionUID = 1L;

  @SuppressWarnings(
      "serial") // every node class of Jackson is serializable, but JsonNode does not declare it
  private final JsonNode wire;

  private CvssScore(JsonNode wire) {
    this.wire = Objects.requireNonNull(wire, "wire");
  }

  /** Returns the score that is held by a JSON value, which is not checked. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static CvssScore of(JsonNode wire) {
    return new CvssScore(wire);
  }

  /**
   * Returns the score that is written as a decimal number, such as {@code CvssScore.of("7.5")}.
   *
   * @throws NumberFormatException if the text is not a number
   */
  public static CvssScore of(String score) {
    try {
      return new CvssScore(
          DecimalNode.valueOf(new BigDecimal(Objects.requireNonNull(score, "score"))));
    } catch (NumberFormatException e) {
      throw new NumberFormatException(
          "score must be a number, but was '" + VisibleText.oneLine(score) + "'");
    }
  }

  /**
   * Returns the score for a number, such as {@code CvssScore.of(7.5)}.
   *
   * @throws IllegalArgumentException if the number is not between 0 and 10
   */
  public static CvssScore of(double score) {
    if (!(0 <= score && score <= 10)) { // also refuses NaN
      throw new IllegalArgumentException("score must be between 0 and 10, but was " + score);
    }
    return new CvssScore(DecimalNode.valueOf(BigDecimal.valueOf(score + 0.0))); // no negative zero
  }

  /** The score as a number; empty if the server sent something that is not a number. */
  public Optional<BigDecimal> value() {
    try {
      return Optional.of(new BigDecimal(wire.asText()));
    } catch (NumberFormatException notANumber) {
      return Optional.empty(); // the value is kept and written back unchanged
    }
  }

  /** The JSON value as received. */
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
