package io.github.xrayclient.diagnostics.internal.migration.export;

import io.github.xrayclient.diagnostics.internal.migration.content.FileOperations;
import io.github.xrayclient.diagnostics.internal.migration.content.MigrationFailure;
import io.github.xrayclient.diagnostics.internal.migration.content.SnapshotContent;
import io.github.xrayclient.diagnostics.migration.WaiverFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Writes the files of an export, so that the directory can be read at every moment, as the earlier
 * export or as the new one. The new files first get temporary names, called staged names. Then the
 * manifest is replaced, and from then on readers see the new export. Finally, the stale files of
 * the earlier export are deleted and the new files are renamed. If this is interrupted, the next
 * export finishes it.
 */
public final class ExportWriter {
  private final ExportDirectory directory;
  private final FileOperations operations;

  private ExportWriter(ExportDirectory directory, FileOperations operations) {
    this.directory = directory;
    this.operations = operations;
  }

  /**
   * Writes a snapshot.
   *
   * @param form where the waivers are; empty for separate files if the earlier export in the
   *     directory has them, and for the files of the policies otherwise
   */
  public static void write(
      SnapshotContent snapshot, Path path, Optional<WaiverFiles> form, FileOperations operations) {
    new ExportWriter(ExportDirectory.at(path), operations).replace(snapshot, form);
  }

  private void replace(SnapshotContent all, Optional<WaiverFiles> asked) {
    Optional<ExportManifest> before = finishedManifest();
    WaiverFiles usual = before
        .filter(export -> export.waiverFiles() == WaiverFiles.SEPARATE)
        .map(ExportManifest::waiverFiles)
        .orElse(WaiverFiles.INLINE);
    WaiverFiles form = all.includesWaivers() ? asked.orElse(usual) : WaiverFiles.NONE;
    SnapshotContent snapshot = form == WaiverFiles.NONE ? all.withoutWaivers() : all;
    ExportContent content = new ExportContent(snapshot, form);
    replace(before, snapshot, content, ExportManifest.of(snapshot, form));
  }

  private void replace(
      Optional<ExportManifest> before,
      SnapshotContent snapshot,
      ExportContent content,
      ExportManifest manifest) {
    Set<String> earlier = filesOf(before);
    Set<String> files = content.files();
    Set<String> stale = new HashSet<>(earlier); // unlike the other set, this one is case-sensitive
    stale.removeAll(files);
    stale.removeIf(file -> !directory.has(file));
    before.ifPresent(
        export -> new ExportLosses(directory, export, snapshot).refuse(new TreeSet<>(stale)));
    Set<String> replaced = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    replaced.addAll(
        stale); // a file that differs from a stale one by case alone may be the same file
    Set<String> changed = new TreeSet<>();
    files.forEach(file -> {
      if (replaced.contains(file) || !hasContent(file, content.bytes(file))) {
        refuseForeign(file, earlier);
        changed.add(file);
      }
    });
    if (before.isEmpty()) {
      refuseOtherFiles(files);
    }
    boolean isSame = changed.isEmpty() && stale.isEmpty();
    if (isSame && hasContent(ExportManifest.FILE, manifest.bytes())) {
      return;
    }
    String tag = FileOperations.tag();
    stage(content, changed, tag, isSame ? manifest : manifest.replacing(tag, stale));
    if (!isSame) {
      finish(stale, changed, tag, manifest);
    }
  }

  /**
   * Writes the new files under staged names, and replaces the manifest. A failure changes nothing.
   */
  private void stage(
      ExportContent content, Set<String> changed, String tag, ExportManifest manifest) {
    List<String> staged = new ArrayList<>();
    try {
      for (String file : changed) {
        staged.add(file);
        attempt(
            file,
            () -> operations.write(
                directory.file(ExportManifest.staged(file, tag)), content.bytes(file)));
      }
      put(manifest, tag);
    } catch (RuntimeException | Error e) {
      staged.forEach(file -> discard(file, tag, e));
      throw e;
    }
  }

  /** Deletes stale files before it renames new ones, since their names may differ only in case. */
  private void finish(
      Set<String> stale, Collection<String> staged, String tag, ExportManifest manifest) {
    stale.forEach(file -> attempt(file, () -> operations.delete(directory.file(file))));
    for (String file : staged) {
      attempt(
          file,
          () -> operations.move(
              directory.file(ExportManifest.staged(file, tag)), directory.file(file)));
    }
    deleteEmptyFolders(stale);
    put(manifest, tag);
  }

  /** Deletes folders of waivers in which nothing is left. */
  private void deleteEmptyFolders(Set<String> deleted) {
    Set<String> folders = new TreeSet<>();
    for (String file : deleted) {
      if (ExportFileNames.policyOfWaiver(file).isPresent()) {
        folders.add(file.substring(0, file.lastIndexOf('/')));
      }
    }
    for (String folder : folders) {
      attempt(folder, () -> {
        if (directory.isEmptyFolder(folder)) {
          operations.delete(directory.folder(folder));
        }
      });
    }
  }

  private void put(ExportManifest manifest, String tag) {
    String staged = ExportManifest.staged(ExportManifest.FILE, tag);
    try {
      attempt(ExportManifest.FILE, () -> {
        operations.write(directory.file(staged), manifest.bytes());
        operations.move(directory.file(staged), directory.file(ExportManifest.FILE));
      });
    } catch (RuntimeException | Error e) {
      discard(ExportManifest.FILE, tag, e);
      throw e;
    }
  }

  /** The manifest of an earlier export. If that was interrupted, it is finished first. */
  private Optional<ExportManifest> finishedManifest() {
    if (!directory.has(ExportManifest.FILE)) {
      return Optional.empty();
    }
    ExportManifest earlier = ExportManifest.read(directory, "export into another directory");
    if (earlier.isReplacing()) {
      Set<String> stale = exported(earlier.stale());
      Set<String> staged = exported(earlier.stagedFiles(directory));
      String manifest = earlier.staged(ExportManifest.FILE);
      attempt(ExportManifest.FILE, () -> operations.delete(directory.file(manifest)));
      finish(stale, staged, earlier.tag(), earlier.finished());
    }
    return Optional.of(earlier.finished());
  }

  /** The files of an earlier export, which may be replaced or deleted. */
  private Set<String> filesOf(Optional<ExportManifest> earlier) {
    Set<String> files = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    earlier.ifPresent(manifest -> files.addAll(exported(manifest.files(directory))));
    return files;
  }

  /** Those of the paths that are paths of exported objects and waivers. */
  private static Set<String> exported(Set<String> paths) {
    return paths.stream()
        .filter(path -> ExportFileNames.kind(path).isPresent()
            || ExportFileNames.policyOfWaiver(path).isPresent())
        .collect(Collectors.toSet());
  }

  private boolean hasContent(String file, byte[] bytes) {
    try {
      Path path = directory.file(file);
      return directory.has(file)
          && Files.size(path) == bytes.length
          && Arrays.equals(Files.readAllBytes(path), bytes);
    } catch (IOException e) {
      throw new MigrationFailure(
          directory.named(file),
          "it cannot be read: " + FileOperations.reason(e) + "; check its permissions",
          e);
    }
  }

  /** Files in the folders of a new export would be read as a part of it. */
  private void refuseOtherFiles(Set<String> files) {
    Set<String> others = new TreeSet<>(directory.filesEndingWith(".json"));
    others.removeAll(files);
    others.forEach(file -> refuseForeign(file, Set.of()));
  }

  private void refuseForeign(String file, Set<String> earlier) {
    if (directory.has(file) && !earlier.contains(file)) {
      throw new MigrationFailure(
          directory.named(file),
          "no export wrote this file, so it is not replaced; move it away, or export into another"
              + " directory",
          null);
    }
  }

  /** Changes a file. A failure names the file. */
  private void attempt(String file, Change change) {
    try {
      change.make();
    } catch (IOException e) {
      throw new MigrationFailure(
          directory.named(file),
          "it cannot be written: " + FileOperations.reason(e)
              + "; solve this problem, and export again",
          e);
    }
  }

  private void discard(String file, String tag, Throwable failure) {
    try {
      operations.delete(directory.file(ExportManifest.staged(file, tag)));
    } catch (IOException | RuntimeException e) {
      failure.addSuppressed(e);
    }
  }

  private interface Change {
    void make() throws IOException;
  }
}
