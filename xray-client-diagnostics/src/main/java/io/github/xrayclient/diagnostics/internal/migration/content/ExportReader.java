package io.github.xrayclient.diagnostics.internal.migration.content;

import io.github.xrayclient.diagnostics.migration.ObjectKey;
import io.github.xrayclient.diagnostics.migration.ObjectKind;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads the files that a manifest lists, and sees to it that they are all there are. */
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
            "it lists " + path + ", which is no file of an export; take it off the list",
            null));
    boolean isStaged = manifest.isReplacing() && directory.has(manifest.staged(path));
    Path file = directory.file(isStaged ? manifest.staged(path) : path);
    StoredObject stored = ExportFile.read(file, kind);
    boolean ofProject = path.startsWith("projects/");
    if (ofProject != stored.key().projectKey().isPresent()) {
      String remedy = ofProject
          ? "it lies under projects, but has no " + String.join(".", ObjectKinds.projectAt(kind))
          : "it has a project's key, but does not lie under projects";
      throw new MigrationFailure(file, remedy + "; correct that, or export again", null);
    }
    if (kind == ObjectKind.IGNORE_RULES) {
      rules.add(stored);
      return;
    }
    Path twin = files.putIfAbsent(stored.key(), file);
    if (twin != null) {
      throw new MigrationFailure(
          file,
          "it holds " + stored.key() + ", and so does " + twin + "; rename one of them",
          null);
    }
    objects.put(stored.key(), stored);
  }

  private void checkCount(ObjectKind kind, int found) {
    if (manifest.count(kind).asInt(-1) != found) {
      throw new MigrationFailure(
          directory.named(ExportManifest.FILE),
          "it counts " + manifest.count(kind) + " in " + kind.directory() + ", but lists " + found
              + " files; correct the count if that is meant, or export again",
          null);
    }
  }

  /** A file that no list names would be passed over, or deleted as stale. */
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
          "manifest.json does not list it; add it to files and counts there, or move it away",
          null);
    }
  }
}
