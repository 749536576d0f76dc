package io.github.xrayclient.diagnostics.internal.migration.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The switch by which a watch is active. */
public final class WatchSwitch {
  private static final String GENERAL_DATA = "general_data";

  /** The name of the field. */
  public static final String ACTIVE = "active";

  private WatchSwitch() {}

  /**
   * Whether a watch is active. If it does not have the field, servers treat it as active if it has
   * resources.
   */
  public static boolean isOn(JsonNode watch) {
    JsonNode active = watch.path(GENERAL_DATA).path(ACTIVE);
    return (active.isMissingNode() || active.isNull())
        ? !watch.path("project_resources").path("resources").isEmpty()
        : active.asBoolean();
  }

  /** Makes a watch active or inactive. */
  public static void set(ObjectNode watch, boolean on) {
    watch.withObjectProperty(GENERAL_DATA).put(ACTIVE, on);
  }
}
