package io.github.xrayclient.curation.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.github.xrayclient.value.WireValue;

/** What a listing is sorted by. */
public final class OrderBy extends WireValue {
  private static final long serialVersionUID = 1L;

  public static final OrderBy ID = new OrderBy("id");
  public static final OrderBy UPDATED_AT = new OrderBy("updated_at");

  private OrderBy(String wire) {
    super(wire);
  }

  /** The value that the server spells like this. */
  @JsonCreator
  public static OrderBy of(String wire) {
    return new OrderBy(wire);
  }
}
