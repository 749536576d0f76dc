package io.github.xrayclient.diagnostics.internal.migration.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.diagnostics.internal.migration.content.CanonicalJson;
import io.github.xrayclient.diagnostics.internal.migration.content.JsonFile;
import io.github.xrayclient.diagnostics.internal.migration.content.MigrationFailure;
import io.github.xrayclient.diagnostics.internal.migration.content.ObjectKinds;
import io.github.xrayclient.diagnostics.internal.migration.content.SelectionJson;
import io.github.xrayclient.diagnostics.internal.migration.content.SnapshotContent;
import io.github.xrayclient.diagnostics.internal.migration.content.UnreadableKind;
import io.github.xrayclient.diagnostics.migration.NotRead;
import io.github.xrayclient.diagnostics.migration.ObjectKind;
import io.github.xrayclient.diagnostics.migration.Selection;
import io.github.xrayclient.diagnostics.migration.WaiverFiles;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The file {@code manifest.json} of an export. It contains no time, so that the same content gives
 * the same bytes, and lists no files, so that changes of two people can be merged.
 */
final class ExportManifest {
  static final String FILE = "manifest.json";
  static final int SCHEMA = 1;
  private static final String JSON = ".json";
  private static final String KINDS = "kinds";
  private static final String REPLACING = "replacing";
  private static final String WAIVERS = "waiverFiles";
  private static final String FORMS = Arrays.stream(WaiverFiles.values())
      .map(WaiverFiles::toString)
      .collect(Collectors.joining(", "));
  private static final Pattern TAG = Pattern.compile("[0-9a-f]{16}");

  private final ObjectNode tree;

  private ExportManifest(ObjectNode tree) {
    this.tree = tree;
  }

  static ExportManifest of(SnapshotContent snapshot, WaiverFiles form) {
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    tree.put("schema", SCHEMA).put("source", snapshot.source());
    if (!snapshot.serverVersion().isEmpty()) {
      tree.put("serverVersion", snapshot.serverVersion());
    }
    if (!snapshot.project().isEmpty()) {
      tree.put("project", snapshot.project());
    }
    ArrayNode kinds = tree.putArray(KINDS);
    snapshot.kinds().forEach(kind -> kinds.add(kind.directory()));
    if (!snapshot.selection().isAll()) {
      tree.set(SelectionJson.FIELD, snapshot.selection().toJson());
    }
    if (form != WaiverFiles.INLINE) {
      tree.put(WAIVERS, form.toString());
    }
    if (!snapshot.notRead().isEmpty()) {
      ObjectNode notRead = tree.putObject("notRead");
      snapshot.notRead().forEach((kind, reason) -> notRead.set(kind.directory(), reason.toJson()));
    }
    return new ExportManifest(tree);
  }

  /**
   * A copy of this manifest for the time in which the new files still have staged names. As soon as
   * this copy replaces the earlier manifest, readers see the new export: they read a file under its
   * staged name if it still has that name.
   *
   * @param tag the part that is common to all staged names
   * @param stale files of the earlier export that will be deleted
   */
  ExportManifest replacing(String tag, Collection<String> stale) {
    ObjectNode copy = tree.deepCopy();
    ObjectNode replacing = copy.putObject(REPLACING).put("tag", tag);
    new TreeSet<>(stale).forEach(replacing.putArray("stale")::add);
    return new ExportManifest(copy);
  }

  /** A copy of this manifest for the time after all files have their final names. */
  ExportManifest finished() {
    ObjectNode copy = tree.deepCopy();
    copy.remove(REPLACING);
    return new ExportManifest(copy);
  }

  /**
   * Reads the manifest of an export.
   *
   * @param remedy what to do if the manifest cannot be used, as in {@code export again}
   * @throws MigrationFailure if the manifest is missing, is not JSON, or has a newer schema
   */
  static ExportManifest read(ExportDirectory directory, String remedy) {
    Path file = directory.named(FILE);
    ObjectNode tree = JsonFile.read(directory.file(FILE), remedy);
    JsonFile.checkSchema(file, tree, SCHEMA);
    ExportManifest manifest = new ExportManifest(tree);
    if (tree.has(REPLACING) && !TAG.matcher(manifest.tag()).matches()) {
      throw new MigrationFailure(
          file, "the field " + REPLACING + ".tag is missing or damaged; " + remedy, null);
    }
    tree.path("notRead").properties().forEach(kind -> {
      if (UnreadableKind.read(kind.getValue()).isEmpty()) {
        throw new MigrationFailure(
            file,
            "the field notRead." + kind.getKey() + ".kind is missing or unknown; " + remedy,
            null);
      }
    });
    manifest.checkKinds(file, remedy);
    manifest.checkWaivers(file, remedy);
    SelectionJson.read(file, tree, remedy);
    return manifest;
  }

  private void checkKinds(Path file, String remedy) {
    if (!tree.path(KINDS).isArray()) {
      throw new MigrationFailure(
          file, "the field kinds, a list of kinds, is missing; " + remedy, null);
    }
    for (JsonNode kind : tree.path(KINDS)) {
      if (ObjectKinds.ofDirectory(kind.asText()).isEmpty()) {
        throw new MigrationFailure(
            file, "the field kinds has the unknown kind " + kind + "; " + remedy, null);
      }
    }
  }

  private void checkWaivers(Path file, String remedy) {
    if (tree.has(WAIVERS) && !tree.path(WAIVERS).asText().equals(waiverFiles().toString())) {
      throw new MigrationFailure(
          file,
          "the field " + WAIVERS + " must be " + FORMS + ", but is " + tree.get(WAIVERS) + "; "
              + remedy,
          null);
    }
  }

  byte[] bytes() {
    return CanonicalJson.bytes(tree);
  }

  /**
   * Whether an export was interrupted after all of its files were written, but before all of them
   * had their final names.
   */
  boolean isReplacing() {
    return tree.has(REPLACING);
  }

  /** The part that is common to all staged names. */
  String tag() {
    return tree.path(REPLACING).path("tag").asText();
  }

  /** The name under which a file is written before it gets its final name. */
  String staged(String file) {
    return staged(file, tag());
  }

  static String staged(String file, String tag) {
    return file + "." + tag + ".new";
  }

  /**
   * The paths of all files of the export, also of those that still have a staged name, but without
   * those that will be deleted.
   */
  Set<String> files(ExportDirectory directory) {
    Set<String> files = new TreeSet<>(directory.filesEndingWith(JSON));
    if (isReplacing()) {
      files.removeAll(stale());
      files.addAll(stagedFiles(directory));
    }
    return files;
  }

  /** The final paths of the files that still have a staged name. */
  Set<String> stagedFiles(ExportDirectory directory) {
    String end = staged("");
    return directory.filesEndingWith(JSON + end).stream()
        .map(path -> path.substring(0, path.length() - end.length()))
        .collect(Collectors.toSet());
  }

  /** Files of an earlier export that will be deleted, because this export does not contain them. */
  Set<String> stale() {
    return texts(tree.path(REPLACING).path("stale"));
  }

  String source() {
    return tree.path("source").asText();
  }

  String serverVersion() {
    return tree.path("serverVersion").asText();
  }

  String project() {
    return tree.path("project").asText();
  }

  /**
   * What was selected. A kind that is missing in the list of kinds although it was read is not
   * selected.
   */
  Selection selection(ExportDirectory directory) {
    Selection selection = SelectionJson.read(directory.named(FILE), tree, "export again");
    Set<String> kinds = texts(tree.path(KINDS));
    for (ObjectKind kind : selection.kinds()) {
      boolean isImpossible = !project().isEmpty() && ObjectKinds.isOfCuration(kind);
      if (!kinds.contains(kind.directory()) && !notRead().containsKey(kind) && !isImpossible) {
        selection = selection.except(kind);
      }
    }
    return selection;
  }

  /** Where new waivers are written. */
  WaiverFiles waiverFiles() {
    String form = tree.path(WAIVERS).asText();
    return Arrays.stream(WaiverFiles.values())
        .filter(known -> known.toString().equals(form))
        .findFirst()
        .orElse(WaiverFiles.INLINE);
  }

  private static Set<String> texts(JsonNode list) {
    Set<String> texts = new TreeSet<>();
    list.forEach(text -> texts.add(text.asText()));
    return texts;
  }

  Map<ObjectKind, NotRead> notRead() {
    Map<ObjectKind, NotRead> notRead = new TreeMap<>();
    for (ObjectKind kind : ObjectKind.values()) {
      JsonNode reason = tree.path("notRead").path(kind.directory());
      UnreadableKind.read(reason).ifPresent(known -> notRead.put(kind, known));
    }
    return notRead;
  }
}
