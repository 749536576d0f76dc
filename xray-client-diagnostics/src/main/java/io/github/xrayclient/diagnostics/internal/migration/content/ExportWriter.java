package io.github.xrayclient.diagnostics.internal.migration.content;

import io.github.xrayclient.diagnostics.migration.ObjectKey;
import io.github.xrayclient.diagnostics.migration.ObjectKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Writes the files of an export. The new files are written beside the earlier ones; then
 * the manifest is replaced, and in that moment the export is the new one. What is left to do, giving
 * the new files their names and deleting stale ones, is finished by the next export if it is
 * interrupted. So at every moment the directory can be read as the earlier export or the new one.
 */
public final class ExportWriter {
  private final ExportDirectory directory;
  private final Disk disk;

  private ExportWriter(ExportDirectory directory, Disk disk) {
    this.directory = directory;
    this.disk = disk;
  }

  public static void write(SnapshotContent snapshot, Path path, Disk disk) {
    new ExportWriter(ExportDirectory.at(path), disk).replace(snapshot);
  }

  private void replace(SnapshotContent snapshot) {
    Set<String> ours = filesOfEarlierExport();
    Map<String, ObjectKey> files = new TreeMap<>();
    ExportFileNames.of(snapshot.objects().keySet()).forEach((key, file) -> files.put(file, key));
    ExportManifest manifest = ExportManifest.of(snapshot, files.keySet());
    Set<String> stale = new HashSet<>(ours); // compares with case
    stale.removeAll(files.keySet());
    stale.removeIf(file -> !directory.has(file));
    refuseToLose(stale, snapshot);
    Set<String> replaced = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    replaced.addAll(
        stale); // a file that differs from a stale one by case alone may be the same file
    Map<String, ObjectKey> changed = new TreeMap<>();
    files.forEach((file, key) -> {
      if (replaced.contains(file) || !holds(file, bytes(snapshot, key))) {
        refuseForeign(file, ours);
        changed.put(file, key);
      }
    });
    boolean isSame = changed.isEmpty() && stale.isEmpty();
    if (isSame && holds(ExportManifest.FILE, manifest.bytes())) {
      return;
    }
    String tag = Disk.tag();
    stage(snapshot, changed, tag, isSame ? manifest : manifest.replacing(tag, stale));
    if (!isSame) {
      finish(stale, changed.keySet(), tag, manifest);
    }
  }

  /** Writes everything beside what is there, and the manifest last; a failure changes nothing. */
  private void stage(
      SnapshotContent snapshot,
      Map<String, ObjectKey> changed,
      String tag,
      ExportManifest manifest) {
    List<String> staged = new ArrayList<>();
    try {
      for (Map.Entry<String, ObjectKey> entry : changed.entrySet()) {
        String file = entry.getKey();
        staged.add(file);
        byte[] bytes = bytes(snapshot, entry.getValue()); // made again, since all are too many
        attempt(file, () -> disk.write(directory.file(ExportManifest.staged(file, tag)), bytes));
      }
      put(manifest, tag);
    } catch (RuntimeException | Error e) {
      staged.forEach(file -> discard(file, tag, e));
      throw e;
    }
  }

  /** Deletes stale files before it renames new ones, which may differ from them by case alone. */
  private void finish(
      Set<String> stale, Collection<String> staged, String tag, ExportManifest manifest) {
    stale.forEach(file -> attempt(file, () -> disk.delete(directory.file(file))));
    for (String file : staged) {
      attempt(
          file,
          () -> disk.move(directory.file(ExportManifest.staged(file, tag)), directory.file(file)));
    }
    put(manifest, tag);
  }

  private static byte[] bytes(SnapshotContent snapshot, ObjectKey key) {
    return Canonical.bytes(
        ExportFile.of(Objects.requireNonNull(snapshot.objects().get(key))));
  }

  private void put(ExportManifest manifest, String tag) {
    String staged = ExportManifest.staged(ExportManifest.FILE, tag);
    try {
      attempt(ExportManifest.FILE, () -> {
        disk.write(directory.file(staged), manifest.bytes());
        disk.move(directory.file(staged), directory.file(ExportManifest.FILE));
      });
    } catch (RuntimeException | Error e) {
      discard(ExportManifest.FILE, tag, e);
      throw e;
    }
  }

  /** The files that may be replaced or deleted; an export that was interrupted is finished first. */
  private Set<String> filesOfEarlierExport() {
    Set<String> files = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    if (directory.has(ExportManifest.FILE)) {
      ExportManifest earlier = ExportManifest.read(directory, "export into another directory");
      files.addAll(earlier.files());
      files.removeIf(
          file -> ExportFileNames.kind(file).isEmpty()); // never deletes what lies elsewhere
      if (earlier.isReplacing()) {
        List<String> staged = new ArrayList<>(files);
        staged.removeIf(file -> !directory.has(earlier.staged(file)));
        Set<String> stale = new TreeSet<>(earlier.stale());
        stale.removeIf(file -> ExportFileNames.kind(file).isEmpty());
        String manifest = earlier.staged(ExportManifest.FILE);
        attempt(ExportManifest.FILE, () -> disk.delete(directory.file(manifest)));
        finish(stale, staged, earlier.tag(), earlier.finished());
      }
    }
    return files;
  }

  private boolean holds(String file, byte[] bytes) {
    try {
      Path path = directory.file(file);
      return directory.has(file)
          && Files.size(path) == bytes.length
          && Arrays.equals(Files.readAllBytes(path), bytes);
    } catch (IOException e) {
      throw new MigrationFailure(directory.named(file), "it cannot be read: " + Disk.reason(e), e);
    }
  }

  /** What a snapshot does not speak about may still be on the server. */
  private void refuseToLose(Set<String> stale, SnapshotContent snapshot) {
    stale.stream()
        .sorted()
        .filter(file -> !ExportFileNames.isCovered(file, snapshot))
        .findFirst()
        .ifPresent(file -> {
          throw new MigrationFailure(
              directory.path(),
              "it holds an export of more, " + file + " for one, and this one "
                  + narrower(file, snapshot)
                  + "; export into another directory, or delete what is not wanted any more",
              null);
        });
  }

  private static String narrower(String file, SnapshotContent snapshot) {
    if (!snapshot.project().isEmpty()) {
      return "is of project " + snapshot.project() + " only";
    }
    ObjectKind kind = ExportFileNames.kind(file).orElseThrow();
    return "lacks " + kind.directory() + ", because " + snapshot.notRead().get(kind);
  }

  private void refuseForeign(String file, Set<String> ours) {
    if (directory.has(file) && !ours.contains(file)) {
      throw new MigrationFailure(
          directory.named(file),
          "it is in the way, and no export wrote it; move it, or export into another directory",
          null);
    }
  }

  /** A change of a file whose failure names it. */
  private void attempt(String file, Change change) {
    try {
      change.make();
    } catch (IOException e) {
      throw new MigrationFailure(
          directory.named(file),
          "it cannot be written: " + Disk.reason(e) + "; correct that, and export again",
          e);
    }
  }

  private void discard(String file, String tag, Throwable failure) {
    try {
      disk.delete(directory.file(ExportManifest.staged(file, tag)));
    } catch (IOException | RuntimeException e) {
      failure.addSuppressed(e);
    }
  }

  private interface Change {
    void make() throws IOException;
  }
}
