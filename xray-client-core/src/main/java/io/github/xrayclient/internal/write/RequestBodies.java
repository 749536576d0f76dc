package io.github.xrayclient.internal.write;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** Help in making bodies of writes. */
public final class RequestBodies {
  private RequestBodies() {}

  /**
   * Adds fields that this version of the library does not know, but none that servers set, and none
   * in place of one that is there.
   */
  public static void addExtras(Map<String, Object> body, Map<String, JsonNode> extras) {
    extras.forEach((name, value) -> {
      if (!ServerSetFields.NAMES.contains(name)) {
        body.putIfAbsent(name, value);
      }
    });
  }
}
