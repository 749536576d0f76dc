package io.github.xrayclient.diagnostics.migration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The files of an export. */
final class SnapshotDirectory {
  private static final String STAGED = ".new";

  private final Path directory;
  private final Disk disk;

  private SnapshotDirectory(Path directory, Disk disk) {
    this.directory = directory;
    this.disk = disk;
  }

  static void write(Snapshot snapshot, Path directory, Disk disk) {
    new SnapshotDirectory(directory, disk).replace(snapshot);
  }

  static Snapshot read(Path directory) {
    Manifest manifest = Manifest.read(directory, "export again");
    if (manifest.isIncomplete()) {
      throw new MigrationException(
          directory.resolve(Manifest.FILE),
          "an export into this directory was interrupted; export again",
          null);
    }
    return new SnapshotReader(directory, manifest).read();
  }

  /**
   * Everything is staged first, so that a full disk changes nothing. Stale files go before new ones
   * come, which may differ from them by case alone.
   */
  private void replace(Snapshot snapshot) {
    Map<String, ObjectKey> files = new TreeMap<>();
    FileNames.of(snapshot.objects().keySet()).forEach((key, file) -> files.put(file, key));
    Manifest manifest = Manifest.of(snapshot, files.keySet());
    Set<String> ours = filesOfEarlierExport();
    Set<String> stale = new HashSet<>(ours); // compares with case
    stale.removeAll(files.keySet());
    stale.removeIf(file -> !Files.exists(directory.resolve(file)));
    refuseToLose(stale, snapshot);
    List<String> changed = new ArrayList<>();
    files.forEach((file, key) -> {
      if (!holds(file, bytes(snapshot, key))) {
        refuseForeign(file, ours);
        changed.add(file);
      }
    });
    if (changed.isEmpty() && stale.isEmpty() && holds(Manifest.FILE, manifest.bytes())) {
      return;
    }
    List<String> staged = new ArrayList<>();
    try {
      for (String file : changed) {
        staged.add(file);
        byte[] bytes = bytes(snapshot, files.get(file)); // made again, since all are too many
        attempt(file, () -> disk.write(directory.resolve(file + STAGED), bytes));
      }
      Set<String> both = new TreeSet<>(ours);
      both.addAll(files.keySet());
      put(Manifest.incomplete(both));
    } catch (MigrationException e) {
      staged.forEach(file -> discard(file, e));
      throw e;
    }
    stale.forEach(file -> attempt(file, () -> disk.delete(directory.resolve(file))));
    changed.forEach(file ->
        attempt(file, () -> disk.move(directory.resolve(file + STAGED), directory.resolve(file))));
    put(manifest);
  }

  private static byte[] bytes(Snapshot snapshot, ObjectKey key) {
    return Canonical.bytes(SnapshotFile.of(key, snapshot.objects().get(key)));
  }

  private void put(Manifest manifest) {
    attempt(Manifest.FILE, () -> {
      disk.write(directory.resolve(Manifest.FILE + STAGED), manifest.bytes());
      disk.move(directory.resolve(Manifest.FILE + STAGED), directory.resolve(Manifest.FILE));
    });
  }

  private Set<String> filesOfEarlierExport() {
    Set<String> files = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    if (Files.exists(directory.resolve(Manifest.FILE))) {
      files.addAll(Manifest.read(directory, "export into another directory").files());
      files.removeIf(file -> FileNames.kind(file).isEmpty()); // never deletes what lies elsewhere
    }
    return files;
  }

  private boolean holds(String file, byte[] bytes) {
    Path path = directory.resolve(file);
    try {
      return Files.isRegularFile(path) && Arrays.equals(Files.readAllBytes(path), bytes);
    } catch (IOException e) {
      throw new MigrationException(path, "it cannot be read: " + e, e);
    }
  }

  /** What a snapshot does not speak about may still be on the server. */
  private void refuseToLose(Set<String> stale, Snapshot snapshot) {
    stale.stream()
        .sorted()
        .filter(file -> !FileNames.isCovered(file, snapshot))
        .findFirst()
        .ifPresent(file -> {
          throw new MigrationException(
              directory,
              "it holds an export of more, " + file + " for one, and this one "
                  + narrower(file, snapshot)
                  + "; export into another directory, or delete what is not wanted any more",
              null);
        });
  }

  private static String narrower(String file, Snapshot snapshot) {
    return snapshot
        .projectKey()
        .map(project -> "is of project " + project + " only")
        .orElseGet(() -> {
          ObjectKind kind = FileNames.kind(file).orElseThrow();
          return "lacks " + kind.directory() + ", because " + snapshot.notRead().get(kind);
        });
  }

  private void refuseForeign(String file, Set<String> ours) {
    if (Files.exists(directory.resolve(file)) && !ours.contains(file)) {
      throw new MigrationException(
          directory.resolve(file),
          "it is in the way, and no export wrote it; move it, or export into another directory",
          null);
    }
  }

  /** A change of a file whose failure names it. */
  private void attempt(String file, Change change) {
    try {
      change.make();
    } catch (IOException e) {
      throw new MigrationException(
          directory.resolve(file),
          "it cannot be written: " + e + "; mend that and export again",
          e);
    }
  }

  private void discard(String file, MigrationException failure) {
    try {
      disk.delete(directory.resolve(file + STAGED));
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
  }

  private interface Change {
    void make() throws IOException;
  }
}
