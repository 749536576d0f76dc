package io.github.xrayclient.diagnostics.migration;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.diagnostics.internal.migration.content.ExportReader;
import io.github.xrayclient.diagnostics.internal.migration.content.ExportSourceCheck;
import io.github.xrayclient.diagnostics.internal.migration.content.ExportWriter;
import io.github.xrayclient.diagnostics.internal.migration.content.FileOperations;
import io.github.xrayclient.diagnostics.internal.migration.content.SnapshotContent;
import io.github.xrayclient.policy.Policy;
import io.github.xrayclient.watch.Watch;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The conditions, curation policies, policies, watches and ignore rules of a server, or of one of
 * its projects, at one point in time. They are in a form that means the same on every server:
 * without ids and other fields that servers set, but with the fields that this version of the
 * library does not know. A snapshot is held in memory; 1,000 objects of usual size need about 3 MB.
 * Immutable and thread-safe; equal to another snapshot with the same content and source.
 */
public final class Snapshot {
  private final SnapshotContent content;

  Snapshot(SnapshotContent content) {
    this.content = content;
  }

  /**
   * Reads a snapshot from a directory that {@link #write} wrote. The files may have been edited.
   *
   * @throws MigrationException if a file is missing, is not listed in {@code manifest.json}, is not
   *     valid, has more than 128 MiB, or is a symbolic link
   */
  public static Snapshot read(Path directory) {
    Objects.requireNonNull(directory, "directory");
    return Failures.translated(() -> new Snapshot(ExportReader.read(directory)));
  }

  /**
   * Writes the snapshot into a directory: one JSON file for each object, and {@code manifest.json},
   * which lists them. Equal content gives equal bytes, so the directory can be kept under version
   * control.
   *
   * <p>If the directory contains an earlier export of the same server, that is replaced: files of
   * objects that no longer exist are deleted. Other files in the directory are not changed. If
   * writing fails or is interrupted, the directory can still be read, as the earlier export or as
   * this one. The directory may be a symbolic link, but no link in it is followed.
   *
   * @throws MigrationException if a file cannot be written; if a file that no export wrote, or a
   *     symbolic link, has the name of a file to be written; if the directory contains an export of
   *     another server; or if it contains files of kinds or projects that this snapshot does not
   *     cover
   */
  public void write(Path directory) {
    Objects.requireNonNull(directory, "directory");
    Failures.translated(() -> ExportSourceCheck.check(directory, content.source()));
    replace(directory);
  }

  /**
   * Writes the snapshot into a directory like {@link #write}, and also replaces an export of
   * another server.
   *
   * @throws MigrationException in all other cases in which {@link #write} throws it
   */
  public void replace(Path directory) {
    Objects.requireNonNull(directory, "directory");
    Failures.translated(() -> ExportWriter.write(content, directory, new FileOperations()));
  }

  /** The base URL of the platform that was read, such as {@code https://acme.example}. */
  public String source() {
    return content.source();
  }

  /** The version of Xray; empty if the token has no permission to read it. */
  public Optional<String> serverVersion() {
    return Optional.of(content.serverVersion()).filter(version -> !version.isEmpty());
  }

  /** The key of the project that was read; empty for the whole server. */
  public Optional<String> projectKey() {
    return Optional.of(content.project()).filter(key -> !key.isEmpty());
  }

  /** The number of objects of each kind that was read. */
  public Map<ObjectKind, Integer> counts() {
    return content.counts();
  }

  /**
   * The kinds that could not be read, with the reasons. Objects of these kinds are neither compared
   * nor changed. Empty if everything was read.
   */
  public Map<ObjectKind, NotRead> notRead() {
    return content.notRead();
  }

  /** The keys of all objects, sorted by kind, project and name. */
  public SortedSet<ObjectKey> keys() {
    return Collections.unmodifiableSortedSet(new TreeSet<>(content.objects().keySet()));
  }

  /**
   * A copy of the content of an object, with the field names of the server; empty if the snapshot
   * does not contain the object.
   */
  public Optional<JsonNode> find(ObjectKey key) {
    return Optional.ofNullable(content.objects().get(Objects.requireNonNull(key, "key")))
        .map(object -> object.content().deepCopy());
  }

  /**
   * The policies as values, without the fields that servers set. With {@link #watches()}, a {@code
   * BlockIndex} answers from a snapshot what would block a download.
   */
  public List<Policy> policies() {
    return content.values(ObjectKind.POLICIES, Policy.class);
  }

  /** The watches as values, without the fields that servers set. */
  public List<Watch> watches() {
    return content.values(ObjectKind.WATCHES, Watch.class);
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
