package io.github.xrayclient.diagnostics.migration;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.diagnostics.internal.migration.content.Disk;
import io.github.xrayclient.diagnostics.internal.migration.content.ExportReader;
import io.github.xrayclient.diagnostics.internal.migration.content.ExportSourceCheck;
import io.github.xrayclient.diagnostics.internal.migration.content.ExportWriter;
import io.github.xrayclient.diagnostics.internal.migration.content.SnapshotContent;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Governance of a server, or of one of its projects, in a form that means the same on every server:
 * without ids and whatever else servers set, with all fields that this version of the library does
 * not know. All of it is in memory, some 3 MB for a thousand objects of usual size. Immutable and
 * thread-safe.
 */
public final class Snapshot {
  private final SnapshotContent content;

  Snapshot(SnapshotContent content) {
    this.content = content;
  }

  /**
   * The snapshot that a directory holds. A file may have at most 128 MiB, and no file or folder in
   * the directory may be a symbolic link.
   *
   * @throws MigrationException if a file is missing, not listed in the manifest, or cannot be used
   */
  public static Snapshot read(Path directory) {
    return Failures.translated(() -> new Snapshot(ExportReader.read(directory)));
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
    Failures.translated(() -> ExportSourceCheck.check(directory, content.source()));
    replace(directory);
  }

  /**
   * Writes the files like {@link #write}, and also replaces an export of another server.
   *
   * @throws MigrationException for every other reason for which {@link #write} throws it
   */
  public void replace(Path directory) {
    Failures.translated(() -> ExportWriter.write(content, directory, new Disk()));
  }

  /** The platform's address. */
  public String source() {
    return content.source();
  }

  /** The version of Xray; empty if the server did not say. */
  public Optional<String> serverVersion() {
    return Optional.of(content.serverVersion()).filter(version -> !version.isEmpty());
  }

  /** The project that was read; empty for the whole server. */
  public Optional<String> projectKey() {
    return Optional.of(content.project()).filter(key -> !key.isEmpty());
  }

  /** How many objects there are of each kind that was read. */
  public Map<ObjectKind, Integer> counts() {
    return content.counts();
  }

  /** Kinds that could not be read, with the reason; they stay out of comparisons and plans. */
  public Map<ObjectKind, NotRead> notRead() {
    return content.notRead();
  }

  /** What it holds. */
  public SortedSet<ObjectKey> keys() {
    return Collections.unmodifiableSortedSet(new TreeSet<>(content.objects().keySet()));
  }

  /** A copy of the content of an object, by wire names. */
  public Optional<JsonNode> find(ObjectKey key) {
    return Optional.ofNullable(content.objects().get(key))
        .map(object -> object.content().deepCopy());
  }

  SnapshotContent content() {
    return content;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Snapshot && content.equals(((Snapshot) other).content);
  }

  @Override
  public int hashCode() {
    return content.hashCode();
  }

  @Override
  public String toString() {
    return "Snapshot(" + content.source() + ", " + counts() + ")";
  }
}
