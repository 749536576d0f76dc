package io.github.xrayclient.curation;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.github.xrayclient.value.WireValue;

/** The id of a label waiver. A package waiver of the same policy may have the same text. */
public final class LabelWaiverId extends WireValue {
  private static final long serialVersionUID = 1L;

  private LabelWaiverId(String wire) {
    super(wire);
  }

  /** The id that the server spells like this. */
  @JsonCreator
  public static LabelWaiverId of(String wire) {
    return new LabelWaiverId(wire);
  }

  /** An id from a number, since some servers send ids as numbers. */
  @JsonCreator
  public static LabelWaiverId of(long id) {
    return new LabelWaiverId(Long.toString(id));
  }
}
