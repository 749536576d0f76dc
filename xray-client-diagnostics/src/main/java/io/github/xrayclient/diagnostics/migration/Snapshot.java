package io.github.xrayclient.diagnostics.migration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Governance of a server, or of one of its projects, in a form that means the same on every server:
 * without ids and whatever else servers set, with all fields that this version of the library does
 * not know. All of it is in memory, some 3 MB for a thousand objects of usual size. Immutable and
 * thread-safe.
 */
public final class Snapshot {
  private final String source;
  private final String serverVersion;
  private final String project;
  private final SortedMap<ObjectKey, ObjectNode> objects;
  private final Map<ObjectKind, String> notRead;

  Snapshot(
      String source,
      String serverVersion,
      String project,
      SortedMap<ObjectKey, ObjectNode> objects,
      Map<ObjectKind, String> notRead) {
    this.source = source;
    this.serverVersion = serverVersion;
    this.project = project;
    this.objects = new TreeMap<>(objects);
    this.notRead = new TreeMap<>(notRead);
  }

  static Snapshot of(String source, String serverVersion, String project, Instance instance) {
    SortedMap<ObjectKey, ObjectNode> objects = new TreeMap<>();
    instance.objects.forEach((key, held) -> objects.put(key, held.content()));
    return new Snapshot(source, serverVersion, project, objects, instance.notRead);
  }

  /**
   * The snapshot that a directory holds. A file may have at most 128 MiB, and no file or folder in
   * the directory may be a symbolic link.
   *
   * @throws MigrationException if a file is missing, not listed in the manifest, or cannot be used
   */
  public static Snapshot read(Path directory) {
    return SnapshotDirectory.read(directory);
  }

  /**
   * Writes one file for each object. If that fails or is interrupted, the directory can still be
   * read, as the earlier export or as this one. Files of an earlier export whose objects are gone
   * are deleted; other files are left alone. The directory itself may be a symbolic link, but
   * nothing in it is followed. The same content gives the same bytes.
   *
   * @throws MigrationException if a file cannot be written, something that no export wrote is in
   *     the way, or the directory holds files of kinds or projects that this snapshot does not
   *     speak about, or an export of another server
   */
  public void write(Path directory) {
    ExportSourceCheck.check(directory, source);
    replace(directory);
  }

  /**
   * Writes the files like {@link #write}, and also replaces an export of another server.
   *
   * @throws MigrationException for every other reason for which {@link #write} throws it
   */
  public void replace(Path directory) {
    SnapshotDirectory.write(this, directory, new Disk());
  }

  /** The platform's address. */
  public String source() {
    return source;
  }

  /** The version of Xray; empty if the server did not say. */
  public Optional<String> serverVersion() {
    return serverVersion.isEmpty() ? Optional.empty() : Optional.of(serverVersion);
  }

  /** The project that was read; empty for the whole server. */
  public Optional<String> projectKey() {
    return project.isEmpty() ? Optional.empty() : Optional.of(project);
  }

  /** How many objects there are of each kind that was read. */
  public Map<ObjectKind, Integer> counts() {
    Map<ObjectKind, Integer> counts = new TreeMap<>();
    kinds().forEach(kind -> counts.put(kind, 0));
    objects.keySet().forEach(key -> counts.merge(key.kind(), 1, Integer::sum));
    return Collections.unmodifiableMap(counts);
  }

  /** Kinds that could not be read, with the reason; they stay out of comparisons and plans. */
  public Map<ObjectKind, String> notRead() {
    return Collections.unmodifiableMap(notRead);
  }

  /** What it holds. */
  public SortedSet<ObjectKey> keys() {
    return Collections.unmodifiableSortedSet(new TreeSet<>(objects.keySet()));
  }

  /** A copy of the content of an object, by wire names. */
  public Optional<JsonNode> find(ObjectKey key) {
    return Optional.ofNullable(objects.get(key)).map(ObjectNode::deepCopy);
  }

  /** The kinds that it speaks about. Curation knows no projects. */
  Set<ObjectKind> kinds() {
    Set<ObjectKind> kinds = new TreeSet<>();
    for (ObjectKind kind : ObjectKind.values()) {
      if (!notRead.containsKey(kind) && (project.isEmpty() || !kind.isOfCuration())) {
        kinds.add(kind);
      }
    }
    return kinds;
  }

  /** Not to be changed. */
  SortedMap<ObjectKey, ObjectNode> objects() {
    return objects;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Snapshot
        && source.equals(((Snapshot) other).source)
        && serverVersion.equals(((Snapshot) other).serverVersion)
        && project.equals(((Snapshot) other).project)
        && objects.equals(((Snapshot) other).objects)
        && notRead.equals(((Snapshot) other).notRead);
  }

  @Override
  public int hashCode() {
    return Objects.hash(source, serverVersion, project, objects, notRead);
  }

  @Override
  public String toString() {
    return "Snapshot(" + source + ", " + counts() + ")";
  }
}
