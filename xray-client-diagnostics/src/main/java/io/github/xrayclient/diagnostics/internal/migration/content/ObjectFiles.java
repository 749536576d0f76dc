package io.github.xrayclient.diagnostics.internal.migration.content;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The file that contains an object, and those of its waivers that have files of their own. */
public final class ObjectFiles {
  private final Path object;
  private final Map<String, Path> waivers;

  /**
   * @param waivers the files of waivers by the names of the waivers; empty if the file of the
   *     object contains them
   */
  public ObjectFiles(Path object, Map<String, Path> waivers) {
    this.object = object;
    this.waivers = new TreeMap<>(waivers);
  }

  /** The file of the object. */
  public Path object() {
    return object;
  }

  /** The file that contains a field, as in {@code waivers[npm left-pad 1.0].justification}. */
  public Path of(String field) {
    return waivers.entrySet().stream()
        .filter(waiver -> field.contains("waivers[" + waiver.getKey().strip() + "]"))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(object);
  }
}
