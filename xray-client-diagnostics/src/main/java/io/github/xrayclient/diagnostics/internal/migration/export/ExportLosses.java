package io.github.xrayclient.diagnostics.internal.migration.export;

import io.github.xrayclient.diagnostics.internal.migration.content.IgnoreRuleNames;
import io.github.xrayclient.diagnostics.internal.migration.content.MigrationFailure;
import io.github.xrayclient.diagnostics.internal.migration.content.ObjectKinds;
import io.github.xrayclient.diagnostics.internal.migration.content.SnapshotContent;
import io.github.xrayclient.diagnostics.internal.migration.content.StoredObject;
import io.github.xrayclient.diagnostics.migration.ObjectKey;
import io.github.xrayclient.diagnostics.migration.ObjectKind;
import io.github.xrayclient.diagnostics.migration.Selection;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.function.Function;

/**
 * Refuses an export that would delete files whose objects it does not cover, because these objects
 * may still be on the server.
 */
final class ExportLosses {
  private final ExportDirectory directory;
  private final Selection earlier;
  private final SnapshotContent snapshot;

  /**
   * @param earlier the export in the directory
   * @param snapshot the export that replaces it
   */
  ExportLosses(ExportDirectory directory, ExportManifest earlier, SnapshotContent snapshot) {
    this.directory = directory;
    this.earlier = earlier.selection(directory);
    this.snapshot = snapshot;
  }

  /**
   * Checks the files that would be deleted.
   *
   * @throws MigrationFailure if the new export does not cover one of them, or if one of them
   *     contains no exported object
   */
  void refuse(SortedSet<String> stale) {
    for (String file : stale) {
      if (ExportFileNames.policyOfWaiver(file).isPresent()) {
        readable(file, WaiverFile::read); // it is covered if its policy is
        continue;
      }
      ObjectKey key = key(file);
      if (earlier.includes(key) && !isCovered(key)) {
        throw new MigrationFailure(
            directory.path(),
            "it contains files that the new export does not cover, such as " + file
                + ", because the new export " + limit(key.kind())
                + "; export into another directory, or delete these files",
            null);
      }
    }
  }

  private ObjectKey key(String file) {
    ObjectKind kind = ExportFileNames.kind(file).orElseThrow();
    StoredObject object = readable(file, path -> ExportFile.read(path, kind));
    return kind == ObjectKind.IGNORE_RULES
        ? ObjectKinds.key(
            kind,
            IgnoreRuleNames.name(object.content()),
            object.key().projectKey().orElse(""))
        : object.key();
  }

  private <T> T readable(String file, Function<Path, T> reader) {
    try {
      return reader.apply(directory.file(file));
    } catch (MigrationFailure e) {
      throw new MigrationFailure(
          directory.named(file),
          "it would be deleted, because the new export does not contain it, but it does not contain"
              + " an exported object either; move it away, or export into another directory",
          e);
    }
  }

  private boolean isCovered(ObjectKey key) {
    return snapshot.kinds().contains(key.kind())
        && snapshot.selection().includes(key)
        && (snapshot.project().isEmpty()
            || snapshot.project().equals(key.projectKey().orElse("")));
  }

  private String limit(ObjectKind kind) {
    if (!snapshot.project().isEmpty()) {
      return "is limited to project \"" + snapshot.project() + "\"";
    }
    return snapshot.notRead().containsKey(kind)
        ? "has no " + ObjectKinds.plural(kind) + " (" + snapshot.notRead().get(kind) + ")"
        : "contains " + snapshot.selection();
  }
}
