package io.github.xrayclient.diagnostics.internal.migration.content;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.diagnostics.migration.MigrationException;
import io.github.xrayclient.diagnostics.migration.ObjectKey;
import io.github.xrayclient.diagnostics.migration.ObjectKind;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads the files that a manifest lists, and sees to it that they are all there are. */
final class ExportReader {
  private final ExportDirectory folder;
  private final ExportManifest manifest;
  private final SortedMap<ObjectKey, ObjectNode> objects = new TreeMap<>();
  private final Map<ObjectKey, Path> files = new TreeMap<>();
  private final IgnoreRuleNames rules = new IgnoreRuleNames();

  ExportReader(ExportDirectory folder, ExportManifest manifest) {
    this.folder = folder;
    this.manifest = manifest;
  }

  SnapshotContent read() {
    refuseUnlisted();
    manifest.files().forEach(this::read);
    rules.named().forEach(rule -> objects.put(rule.key(), rule.content()));
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
        .orElseThrow(() -> new MigrationException(
            folder.named(ExportManifest.FILE),
            "it lists " + path + ", which is no file of an export; take it off the list",
            null));
    boolean isStaged = manifest.isReplacing() && folder.has(manifest.staged(path));
    Path file = folder.file(isStaged ? manifest.staged(path) : path);
    StoredObject held = ExportFile.read(file, kind);
    boolean ofProject = path.startsWith("projects/");
    if (ofProject != held.key().projectKey().isPresent()) {
      String remedy = ofProject
          ? "it lies under projects, but has no " + String.join(".", ObjectKinds.projectAt(kind))
          : "it has a project's key, but does not lie under projects";
      throw new MigrationException(file, remedy + "; correct that, or export again", null);
    }
    if (kind == ObjectKind.IGNORE_RULES) {
      rules.add(held.key().projectKey().orElse(""), held.raw(), held.content());
      return;
    }
    Path twin = files.putIfAbsent(held.key(), file);
    if (twin != null) {
      throw new MigrationException(
          file, "it holds " + held.key() + ", and so does " + twin + "; rename one of them", null);
    }
    objects.put(held.key(), held.content());
  }

  private void checkCount(ObjectKind kind, int found) {
    if (manifest.count(kind).asInt(-1) != found) {
      throw new MigrationException(
          folder.named(ExportManifest.FILE),
          "it counts " + manifest.count(kind) + " in " + kind.directory() + ", but lists " + found
              + " files; correct the count if that is meant, or export again",
          null);
    }
  }

  /** A file that no list names would be passed over, or deleted as stale. */
  private void refuseUnlisted() {
    Set<String> unlisted = new TreeSet<>(folder.jsonFilesIn("projects"));
    for (ObjectKind kind : ObjectKind.values()) {
      unlisted.addAll(folder.jsonFilesIn(kind.directory()));
    }
    unlisted.removeAll(manifest.files());
    unlisted.removeAll(manifest.stale());
    if (!unlisted.isEmpty()) {
      throw new MigrationException(
          folder.named(unlisted.iterator().next()),
          "manifest.json does not list it; add it to files and counts there, or move it away",
          null);
    }
  }
}
