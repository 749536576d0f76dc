package io.github.xrayclient.diagnostics.internal.migration.export;

import io.github.xrayclient.diagnostics.internal.migration.content.IgnoreRuleNames;
import io.github.xrayclient.diagnostics.internal.migration.content.MigrationFailure;
import io.github.xrayclient.diagnostics.internal.migration.content.ObjectKinds;
import io.github.xrayclient.diagnostics.internal.migration.content.SnapshotContent;
import io.github.xrayclient.diagnostics.internal.migration.content.StoredObject;
import io.github.xrayclient.diagnostics.migration.NotRead;
import io.github.xrayclient.diagnostics.migration.ObjectKey;
import io.github.xrayclient.diagnostics.migration.ObjectKind;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads all files of an export, also those that somebody added by hand. */
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
    manifest.files(directory).forEach(this::read);
    rules.named().forEach(rule -> objects.put(rule.key(), rule));
    return new SnapshotContent(
        manifest.source(),
        manifest.serverVersion(),
        manifest.project(),
        manifest.selection(directory),
        objects,
        manifest.notRead());
  }

  private void read(String path) {
    ObjectKind kind = ExportFileNames.kind(path)
        .orElseThrow(() -> new MigrationFailure(
            directory.named(path),
            "it is not in the folder of a kind, such as policies or projects/dev/policies; move it"
                + " there, or out of the export",
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
    refuseUncovered(file, stored.key());
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

  /** A file that would be ignored silently is refused. */
  private void refuseUncovered(Path file, ObjectKey key) {
    NotRead reason = manifest.notRead().get(key.kind());
    if (reason != null) {
      throw new MigrationFailure(
          file,
          "manifest.json says that " + ObjectKinds.plural(key.kind())
              + " could not be read (" + reason + "), so they are not compared; move the file away,"
              + " or export again",
          null);
    }
    String project = manifest.project();
    if (!project.isEmpty() && !key.projectKey().orElse("").equals(project)) {
      throw new MigrationFailure(
          file,
          "it contains " + key + ", but the export is limited to project \"" + project
              + "\"; move the file away",
          null);
    }
  }
}
