package io.github.xrayclient.internal.json;

import com.fasterxml.jackson.core.JsonStreamContext;
import org.jspecify.annotations.Nullable;

/** Writes places in JSON as paths, such as {@code $.data[3].name}. */
final class JsonPath {
  private JsonPath() {}

  /** Returns the path of the value at which a parser or a generator is. */
  static String of(@Nullable JsonStreamContext place) {
    if (place == null || place.inRoot()) {
      return "$";
    }
    String owner = of(place.getParent());
    return place.inArray()
        ? owner + "[" + place.getCurrentIndex() + "]"
        : owner + "." + place.getCurrentName();
  }
}
