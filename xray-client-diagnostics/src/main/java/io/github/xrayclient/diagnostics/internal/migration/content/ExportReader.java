package io.github.xrayclient.diagnostics.internal.migration.content;

import io.github.xrayclient.diagnostics.migration.ObjectKey;
import io.github.xrayclient.diagnostics.migration.ObjectKind;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Reads the files that a manifest lists, and refuses an export with files that the manifest does
 * not list.
 */
public final class ExportReader {
  private final ExportDirectory directory;
  private final ExportManifest manifest;
  private final SortedMap<ObjectKey, StoredObject> objects = new TreeMap<>();
  private final Map<ObjectKey, Path> files = new TreeMap<>();
  private final IgnoreRuleNames rules = new IgnoreRuleNames();

  private ExportReader(ExportDirectory directory, ExportManifest manifest) {
    this.directory = directory;
    this.manifest = manifest;
  }

  /** Reads an export. */
  public static SnapshotContent read(Path path) {
    ExportDirectory directory = ExportDirectory.at(path);
    return new ExportReader(directory, ExportManifest.read(directory, "export again")).read();
  }

  private SnapshotContent read() {
    refuseUnlisted();
    manifest.files().forEach(this::read);
    rules.named().forEach(rule -> objects.put(rule.key(), rule));
    SnapshotContent snapshot = new SnapshotContent(
        manifest.source(),
        manifest.serverVersion(),
        manifest.project(),
        objects,
        manifest.notRead());
    snapshot.counts().forEach(this::checkCount);
    return snapshot;
  }

  private void read(String path) {
    ObjectKind kind = ExportFileNames.kind(path)
        .orElseThrow(() -> new MigrationFailure(
            directory.named(ExportManifest.FILE),
            "the field files lists \"" + path + "\", which is not the path of an exported object;"
                + " remove it from the list",
            null));
    boolean isStaged = manifest.isReplacing() && directory.has(manifest.staged(path));
    Path file = directory.file(isStaged ? manifest.staged(path) : path);
    StoredObject stored = ExportFile.read(file, kind);
    boolean ofProject = path.startsWith("projects/");
    if (ofProject != stored.key().projectKey().isPresent()) {
      String field = "the field " + String.join(".", ObjectKinds.projectAt(kind));
      String problem = ofProject
          ? "it is in the folder projects, but " + field + " is missing; add the field"
          : "it has " + field + ", but is not in the folder projects; remove the field";
      throw new MigrationFailure(file, problem + ", or move the file", null);
    }
    if (kind == ObjectKind.IGNORE_RULES) {
      rules.add(stored);
      return;
    }
    Path other = files.putIfAbsent(stored.key(), file);
    if (other != null) {
      throw new MigrationFailure(
          file,
          "it contains " + stored.key() + ", and " + other
              + " contains the same object; delete one of the files, or rename the object in it",
          null);
    }
    objects.put(stored.key(), stored);
  }

  private void checkCount(ObjectKind kind, int found) {
    if (manifest.count(kind).asInt(-1) != found) {
      throw new MigrationFailure(
          directory.named(ExportManifest.FILE),
          "the field counts." + kind.directory() + " is "
              + (manifest.count(kind).isMissingNode() ? "missing" : manifest.count(kind))
              + ", but " + found + " files are listed; set it to " + found
              + " if that is right, or export again",
          null);
    }
  }

  /** A file that is not listed would be ignored silently, so it is refused. */
  private void refuseUnlisted() {
    Set<String> unlisted = new TreeSet<>(directory.jsonFilesIn("projects"));
    for (ObjectKind kind : ObjectKind.values()) {
      unlisted.addAll(directory.jsonFilesIn(kind.directory()));
    }
    unlisted.removeAll(manifest.files());
    unlisted.removeAll(manifest.stale());
    if (!unlisted.isEmpty()) {
      throw new MigrationFailure(
          directory.named(unlisted.iterator().next()),
          "manifest.json does not list this file; add it to the fields files and counts there, or"
              + " move it away",
          null);
    }
  }
}
