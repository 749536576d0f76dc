package io.github.xrayclient.diagnostics.migration.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Exported files, as texts by their paths. */
final class ExportedFiles {
  private ExportedFiles() {}

  static void write(Path directory, Map<String, String> files) throws IOException {
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = directory.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
  }

  /**
   * Merges the changes that lead from a base to two others, file by file. Fails if both change one
   * file, or if files that only one of them adds could be one file on another system.
   */
  static SortedMap<String, String> merged(
      Map<String, String> base, Map<String, String> ours, Map<String, String> theirs) {
    Set<String> both = new TreeSet<>(changed(base, ours));
    both.retainAll(changed(base, theirs));
    assertThat(both).as("files that both change").isEmpty();
    SortedMap<String, String> merged = new TreeMap<>(base);
    for (Map<String, String> side : Stream.of(ours, theirs).collect(Collectors.toList())) {
      for (String file : changed(base, side)) {
        if (side.containsKey(file)) {
          merged.put(file, Objects.requireNonNull(side.get(file)));
        } else {
          merged.remove(file);
        }
      }
    }
    Set<String> anyCase = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    anyCase.addAll(merged.keySet());
    assertThat(anyCase).hasSameSizeAs(merged.keySet());
    return merged;
  }

  /** The files that were added, deleted or changed. */
  static Set<String> changed(Map<String, String> from, Map<String, String> to) {
    Set<String> changed = new TreeSet<>(from.keySet());
    changed.addAll(to.keySet());
    changed.removeIf(file -> Objects.equals(from.get(file), to.get(file)));
    return changed;
  }
}
