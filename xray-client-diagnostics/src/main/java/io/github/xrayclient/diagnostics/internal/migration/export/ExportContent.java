package io.github.xrayclient.diagnostics.internal.migration.export;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.diagnostics.internal.migration.content.CanonicalJson;
import io.github.xrayclient.diagnostics.internal.migration.content.SnapshotContent;
import io.github.xrayclient.diagnostics.internal.migration.content.StoredObject;
import io.github.xrayclient.diagnostics.migration.ObjectKind;
import io.github.xrayclient.diagnostics.migration.WaiverFiles;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * The files of an export by their paths. The bytes of a file are made when they are asked for,
 * because all files together would need too much memory.
 */
final class ExportContent {
  private final SortedMap<String, Supplier<JsonNode>> files = new TreeMap<>();

  /**
   * @param form where the waivers of the snapshot are, if it has any
   */
  ExportContent(SnapshotContent snapshot, WaiverFiles form) {
    ExportFileNames.of(snapshot.objects().keySet()).forEach((key, file) -> {
      StoredObject object = Objects.requireNonNull(snapshot.objects().get(key));
      boolean isSplit =
          form == WaiverFiles.SEPARATE && object.key().kind() == ObjectKind.CURATION_POLICIES;
      if (isSplit) {
        split(file, new SeparateWaivers(object.content()));
      } else {
        files.put(file, object::withProjectKey);
      }
    });
  }

  private void split(String file, SeparateWaivers separate) {
    files.put(file, separate::policy);
    ExportFileNames.ofWaivers(file, separate.waivers().keySet())
        .forEach((name, path) ->
            files.put(path, () -> Objects.requireNonNull(separate.waivers().get(name))));
  }

  /** The paths of all files except the manifest. */
  Set<String> files() {
    return files.keySet();
  }

  byte[] bytes(String file) {
    return CanonicalJson.bytes(Objects.requireNonNull(files.get(file)).get());
  }
}
