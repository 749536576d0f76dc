package io.github.xrayclient.curation.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.github.xrayclient.value.WireValue;

/**
 * The id of a label waiver. A package waiver of the same policy may have an id with the same text.
 */
public final class LabelWaiverId extends WireValue {
  private static final long serialVersionUID = 1L;

  private LabelWaiverId(String wire) {
    super(wire);
  }

  /** Returns the id with this text. */
  @JsonCreator
  public static LabelWaiverId of(String wire) {
    return new LabelWaiverId(wire);
  }

  /** Returns the id with this number; some servers send ids as numbers. */
  @JsonCreator
  public static LabelWaiverId of(long id) {
    return new LabelWaiverId(Long.toString(id));
  }
}
