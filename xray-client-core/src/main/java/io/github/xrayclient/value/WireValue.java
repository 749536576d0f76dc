package io.github.xrayclient.value;

import com.fasterxml.jackson.annotation.JsonValue;
import java.io.Serializable;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A word of a set that the server may extend, such as a type or a status. Subclasses have constants
 * for the words that this version of the library knows; other words of the server are kept as they
 * are. Immutable and thread-safe.
 */
public abstract class WireValue implements Serializable {
  private static final long serialVersionUID = 1L;

  private final String wire;
  private final String key;

  /** Creates a value that is equal to other values of its class with the same text. */
  protected WireValue(String wire) {
    this.wire = Objects.requireNonNull(wire, "wire");
    this.key = wire;
  }

  /**
   * Creates a value that is equal to other values of its class with the same key, such as the text
   * in lower case.
   */
  protected WireValue(String wire, String key) {
    this.wire = Objects.requireNonNull(wire, "wire");
    this.key = Objects.requireNonNull(key, "key");
  }

  /** Returns the key of a value that is compared without case. */
  protected static String withoutCase(String wire) {
    return Objects.requireNonNull(wire, "wire").toLowerCase(Locale.ROOT);
  }

  /** The text as the server writes it. */
  @JsonValue
  public final String wire() {
    return wire;
  }

  @Override
  @SuppressWarnings("EqualsGetClass") // values of two classes differ even if their texts do not
  public final boolean equals(@Nullable Object other) {
    return other != null && other.getClass() == getClass() && ((WireValue) other).key.equals(key);
  }

  @Override
  public final int hashCode() {
    return key.hashCode();
  }

  @Override
  public final String toString() {
    return wire;
  }
}
