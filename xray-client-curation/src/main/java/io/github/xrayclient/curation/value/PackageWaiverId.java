package io.github.xrayclient.curation.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.github.xrayclient.value.WireValue;

/**
 * The id of a package waiver. A label waiver of the same policy may have an id with the same text.
 */
public final class PackageWaiverId extends WireValue {
  private static final long serialVersionUID = 1L;

  private PackageWaiverId(String wire) {
    super(wire);
  }

  /** Returns the id with this text. */
  @JsonCreator
  public static PackageWaiverId of(String wire) {
    return new PackageWaiverId(wire);
  }

  /** Returns the id with this number; some servers send ids as numbers. */
  @JsonCreator
  public static PackageWaiverId of(long id) {
    return new PackageWaiverId(Long.toString(id));
  }
}
