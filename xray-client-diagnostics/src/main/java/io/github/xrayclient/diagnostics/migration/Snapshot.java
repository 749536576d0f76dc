package io.github.xrayclient.diagnostics.migration;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.diagnostics.internal.migration.check.ContentCheck;
import io.github.xrayclient.diagnostics.internal.migration.content.FileOperations;
import io.github.xrayclient.diagnostics.internal.migration.content.SnapshotContent;
import io.github.xrayclient.diagnostics.internal.migration.export.ExportReader;
import io.github.xrayclient.diagnostics.internal.migration.export.ExportSourceCheck;
import io.github.xrayclient.diagnostics.internal.migration.export.ExportWriter;
import io.github.xrayclient.diagnostics.internal.migration.selection.NeededObjects;
import io.github.xrayclient.diagnostics.internal.migration.selection.ObjectReferences;
import io.github.xrayclient.diagnostics.internal.migration.selection.SelectedContent;
import io.github.xrayclient.diagnostics.internal.migration.selection.SelectionCheck;
import io.github.xrayclient.internal.call.Arguments;
import io.github.xrayclient.policy.Policy;
import io.github.xrayclient.watch.Watch;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
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
   * Reads a snapshot from a directory that {@link #write write(..)} wrote. All JSON files in the
   * folders of the kinds are read, so files may have been edited, added and deleted. An object
   * whose file was deleted is an object that is only on the target: it is deleted only by a plan
   * with {@link Migration#prune(int)}. Waivers are read in each form of {@link WaiverFiles}.
   *
   * @throws MigrationException if {@code manifest.json} is missing; if a file is not valid, is not
   *     in the folder of a kind, has more than 128 MiB, or is a symbolic link; or if the policy of
   *     a waiver is missing, or two files have different waivers for the same package and versions
   */
  public static Snapshot read(Path directory) {
    Objects.requireNonNull(directory, "directory");
    return Failures.translated(() -> new Snapshot(ExportReader.read(directory)));
  }

  /**
   * Reads the objects of these kinds from a directory, and the objects that they {@linkplain
   * #needed need}, directly or through others. This takes less time and memory than {@link
   * #read(Path)}: files of other kinds are neither read nor checked, unless they may be needed
   * (conditions by curation policies, policies by watches, policies and watches by ignore rules).
   * The {@link #selection} of the snapshot does not include the other kinds.
   *
   * <p>For a plan with a {@link Mapping}, read all kinds: paths that begin with a repository are
   * recognized by the repositories that other objects name.
   *
   * @throws IllegalArgumentException if there is no kind
   * @throws MigrationException if the export has none of the kinds; or if {@link #read(Path)} throws
   *     it, except because of a file that is not read
   */
  public static Snapshot read(Path directory, Set<ObjectKind> kinds) {
    Objects.requireNonNull(directory, "directory");
    Set<ObjectKind> some = Set.copyOf(Arguments.some("kinds", kinds));
    Set<ObjectKind> needed = new TreeSet<>(ObjectReferences.usedBy(some));
    needed.addAll(some);
    return Failures.translated(
        () -> new Snapshot(SelectedContent.ofKinds(ExportReader.read(directory, needed), some)));
  }

  /**
   * Writes the snapshot into a directory: one JSON file for each object, and {@code manifest.json},
   * which names the server, the kinds, the {@link #selection}, and what could not be read. Equal
   * content gives equal bytes, so the directory can be kept under version control.
   *
   * <p>The name of a file depends only on the name of its object and consists of ASCII characters,
   * so that it is the same on every system and two branches can be merged. A name of lower-case
   * ASCII letters, digits and usual punctuation is kept; any other name is transcribed as far as
   * possible, and a hash is appended.
   *
   * <p>Waivers are written into the files of their policies, or {@linkplain WaiverFiles#SEPARATE
   * separately} if the earlier export in the directory has them so.
   *
   * <p>If the directory contains an earlier export of the same server, that is replaced: JSON files
   * of objects that the snapshot does not contain are deleted from the folders of the kinds, also
   * those that were added by hand. Other files in the directory are not changed. If
   * writing fails or is interrupted, the directory can still be read, as the earlier export or as
   * this one. The directory may be a symbolic link, but no link in it is followed.
   *
   * @throws MigrationException if a file cannot be written; if a file that no export wrote, or a
   *     symbolic link, has the name of a file to be written; if the directory contains an export of
   *     another server; or if it contains files of kinds, projects or names that this snapshot does
   *     not cover
   */
  public void write(Path directory) {
    Objects.requireNonNull(directory, "directory");
    Failures.translated(() -> ExportSourceCheck.check(directory, content.source()));
    replace(directory);
  }

  /**
   * Writes the snapshot into a directory like {@link #write write(..)}, and also replaces an export
   * of another server.
   *
   * @throws MigrationException in all other cases in which {@link #write} throws it
   */
  public void replace(Path directory) {
    Objects.requireNonNull(directory, "directory");
    replace(directory, Optional.empty());
  }

  /**
   * Writes the snapshot into a directory like {@link #write(Path)}, with the waivers in this form.
   *
   * @throws MigrationException if {@link #write(Path)} throws it
   */
  public void write(Path directory, WaiverFiles waivers) {
    Objects.requireNonNull(directory, "directory");
    Objects.requireNonNull(waivers, "waivers");
    Failures.translated(() -> ExportSourceCheck.check(directory, content.source()));
    replace(directory, waivers);
  }

  /**
   * Writes the snapshot into a directory like {@link #replace(Path)}, with the waivers in this
   * form.
   *
   * @throws MigrationException if {@link #replace(Path)} throws it
   */
  public void replace(Path directory, WaiverFiles waivers) {
    Objects.requireNonNull(directory, "directory");
    Objects.requireNonNull(waivers, "waivers");
    replace(directory, Optional.of(waivers));
  }

  private void replace(Path directory, Optional<WaiverFiles> waivers) {
    Failures.translated(
        () -> ExportWriter.write(content, directory, waivers, new FileOperations()));
  }

  /**
   * Checks all objects for what servers are known to refuse: unknown words, values of a wrong type,
   * missing fields, and fields that contradict each other. Names of fields that are probably
   * misspelled are found, too. No server is asked, so the result does not say whether the
   * repositories, groups and other things that objects name exist.
   *
   * @return the findings, sorted by object; empty if there are none
   */
  public List<SnapshotFinding> check() {
    return ContentCheck.of(content.objects().values());
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

  /** What was selected when the snapshot was made; everything by default. */
  public Selection selection() {
    return content.selection();
  }

  /**
   * A snapshot of those objects of this snapshot that the selection includes, and of the {@link
   * #needed} ones. If this snapshot has a selection itself, an object must be included in both.
   *
   * @throws MigrationException if the selection includes no object of this snapshot
   */
  public Snapshot select(Selection selection) {
    Objects.requireNonNull(selection, "selection");
    return Failures.translated(() -> {
      SnapshotContent selected = SelectedContent.of(content, selection);
      SelectionCheck.check(
          selected.selection(),
          "the snapshot of " + content.source(),
          content.objects().keySet(),
          content.notRead());
      return new Snapshot(selected);
    });
  }

  /**
   * The objects that are not selected, but to which selected objects refer, such as the conditions
   * of selected curation policies; each with one object that refers to it. A plan creates them if
   * the target does not have them.
   */
  public SortedMap<ObjectKey, ObjectKey> needed() {
    return NeededObjects.beside(
        SelectedContent.selected(content.objects(), content.selection()).keySet(),
        content.objects());
  }

  /**
   * The number of objects of each selected kind that was read, and of each kind of which there are
   * {@link #needed} objects.
   */
  public Map<ObjectKind, Integer> counts() {
    return content.counts();
  }

  /**
   * The selected kinds that could not be read, with the reasons. Objects of these kinds are neither
   * compared nor changed. Empty if everything was read.
   */
  public Map<ObjectKind, NotRead> notRead() {
    return content.notRead();
  }

  /**
   * Whether curation policies have their waivers. False if the snapshot was read from an export
   * with {@link WaiverFiles#NONE}; then waivers are not compared, and plans leave those of the
   * target as they are.
   */
  public boolean includesWaivers() {
    return content.includesWaivers();
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
