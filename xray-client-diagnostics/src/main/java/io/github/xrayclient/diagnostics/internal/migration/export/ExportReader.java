package io.github.xrayclient.diagnostics.internal.migration.export;

import io.github.xrayclient.diagnostics.internal.migration.content.IgnoreRuleNames;
import io.github.xrayclient.diagnostics.internal.migration.content.MigrationFailure;
import io.github.xrayclient.diagnostics.internal.migration.content.ObjectKinds;
import io.github.xrayclient.diagnostics.internal.migration.content.SnapshotContent;
import io.github.xrayclient.diagnostics.internal.migration.content.StoredObject;
import io.github.xrayclient.diagnostics.migration.NotRead;
import io.github.xrayclient.diagnostics.migration.ObjectKey;
import io.github.xrayclient.diagnostics.migration.ObjectKind;
import io.github.xrayclient.diagnostics.migration.WaiverFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads the files of an export, also those that somebody added by hand. */
public final class ExportReader {
  private final ExportDirectory directory;
  private final ExportManifest manifest;
  private final Set<ObjectKind> kinds;
  private final Map<ObjectKind, NotRead> notRead;
  private final SortedMap<ObjectKey, StoredObject> objects = new TreeMap<>();
  private final Map<ObjectKey, Path> files = new TreeMap<>();
  /** Waivers with files of their own, by the paths of their policies. */
  private final Map<String, List<WaiverFile>> waivers = new TreeMap<>();

  private final IgnoreRuleNames rules = new IgnoreRuleNames();

  private ExportReader(ExportDirectory directory, ExportManifest manifest, Set<ObjectKind> kinds) {
    this.directory = directory;
    this.manifest = manifest;
    this.kinds = kinds;
    this.notRead = manifest.notRead();
  }

  /** Reads an export. */
  public static SnapshotContent read(Path path) {
    return read(path, EnumSet.allOf(ObjectKind.class));
  }

  /**
   * Reads only the files of these kinds. The selection of the result is that of the export, which
   * may include other kinds.
   */
  public static SnapshotContent read(Path path, Set<ObjectKind> kinds) {
    ExportDirectory directory = ExportDirectory.at(path);
    ExportManifest manifest = ExportManifest.read(directory, "export again");
    return new ExportReader(directory, manifest, kinds).read();
  }

  private SnapshotContent read() {
    Set<String> paths = manifest.files(directory);
    paths.removeIf(this::isOfOtherKind);
    paths.forEach(this::readWaiver);
    paths.forEach(this::read);
    rules.named().forEach(rule -> objects.put(rule.key(), rule));
    waivers.values().forEach(ExportReader::refuseWithoutPolicy);
    SnapshotContent content = new SnapshotContent(
        manifest.source(),
        manifest.serverVersion(),
        manifest.project(),
        manifest.selection(directory),
        objects,
        notRead);
    return manifest.waiverFiles() == WaiverFiles.NONE ? content.withoutWaivers() : content;
  }

  private boolean isOfOtherKind(String path) {
    Optional<ObjectKind> kind = ExportFileNames.policyOfWaiver(path).isPresent()
        ? Optional.of(ObjectKind.CURATION_POLICIES)
        : ExportFileNames.kind(path);
    return kind.filter(known -> !kinds.contains(known)).isPresent();
  }

  private void readWaiver(String path) {
    ExportFileNames.policyOfWaiver(path).ifPresent(policy -> {
      WaiverFile waiver = WaiverFile.read(file(path));
      refuseLeftOut(waiver.path());
      waivers.computeIfAbsent(policy, absent -> new ArrayList<>()).add(waiver);
    });
  }

  private static void refuseWithoutPolicy(List<WaiverFile> files) {
    Path file = files.get(0).path();
    Path folder = Objects.requireNonNull(file.getParent());
    String name = Objects.requireNonNull(folder.getFileName()).toString();
    throw new MigrationFailure(
        file,
        "its policy is missing: there is no file "
            + name.replaceFirst("\\.waivers$", ".json") + " beside the folder " + name
            + "; restore the file of the policy, rename the folder after it, or delete the waiver",
        null);
  }

  /** An export that is compared without waivers must not seem to have some. */
  private void refuseLeftOut(Path file) {
    if (manifest.waiverFiles() == WaiverFiles.NONE) {
      throw new MigrationFailure(
          file,
          "manifest.json says that waivers are left out, but there is a waiver; remove it, or export"
              + " again with waivers",
          null);
    }
  }

  /** The file at a path, which still has its staged name if an export was interrupted. */
  private Path file(String path) {
    boolean isStaged = manifest.isReplacing() && directory.has(manifest.staged(path));
    return directory.file(isStaged ? manifest.staged(path) : path);
  }

  private void read(String path) {
    if (ExportFileNames.policyOfWaiver(path).isPresent()) {
      return;
    }
    ObjectKind kind = ExportFileNames.kind(path)
        .orElseThrow(() -> new MigrationFailure(
            directory.named(path),
            "it is not in the folder of a kind, such as policies or projects/dev/policies; move it"
                + " there, or out of the export",
            null));
    Path file = file(path);
    List<WaiverFile> ofPolicy = waivers.remove(path);
    StoredObject stored = ExportFile.read(file, kind, ofPolicy == null ? List.of() : ofPolicy);
    if (!stored.waivers().isEmpty()) {
      refuseLeftOut(file);
    }
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
    NotRead reason = notRead.get(key.kind());
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
