package io.github.xrayclient.diagnostics.internal.migration.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.diagnostics.migration.NotRead;
import io.github.xrayclient.diagnostics.migration.ObjectKind;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What an export says of itself in {@code manifest.json}; nothing secret, and no time. */
final class ExportManifest {
  static final String FILE = "manifest.json";
  static final int SCHEMA = 1;
  private static final String REPLACING = "replacing";
  private static final Pattern TAG = Pattern.compile("[0-9a-f]{16}");

  private final ObjectNode tree;

  private ExportManifest(ObjectNode tree) {
    this.tree = tree;
  }

  static ExportManifest of(SnapshotContent snapshot, Collection<String> files) {
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    tree.put("schema", SCHEMA).put("source", snapshot.source());
    if (!snapshot.serverVersion().isEmpty()) {
      tree.put("serverVersion", snapshot.serverVersion());
    }
    if (!snapshot.project().isEmpty()) {
      tree.put("project", snapshot.project());
    }
    ObjectNode counts = tree.putObject("counts");
    snapshot.counts().forEach((kind, count) -> counts.put(kind.directory(), count));
    if (!snapshot.notRead().isEmpty()) {
      ObjectNode notRead = tree.putObject("notRead");
      snapshot.notRead().forEach((kind, reason) -> notRead.set(kind.directory(), reason.toJson()));
    }
    new TreeSet<>(files).forEach(tree.putArray("files")::add);
    return new ExportManifest(tree);
  }

  /**
   * A copy of this manifest for the time in which its files still have staged names, beside the
   * earlier ones. From the moment that this copy is in place the export is the new one, and a file
   * that still has its staged name is read under that name.
   *
   * @param tag the part that all staged names have in common
   * @param stale files of the earlier export that are to be deleted
   */
  ExportManifest replacing(String tag, Collection<String> stale) {
    ObjectNode copy = tree.deepCopy();
    ObjectNode replacing = copy.putObject(REPLACING).put("tag", tag);
    new TreeSet<>(stale).forEach(replacing.putArray("stale")::add);
    return new ExportManifest(copy);
  }

  /** A copy of this manifest for the time after all of its files got their final names. */
  ExportManifest finished() {
    ObjectNode copy = tree.deepCopy();
    copy.remove(REPLACING);
    return new ExportManifest(copy);
  }

  /**
   * Reads the manifest of an export.
   *
   * @param remedy what to do if it cannot be used, as in {@code export again}
   * @throws MigrationFailure if it is missing, no JSON, or of a newer schema
   */
  static ExportManifest read(ExportDirectory directory, String remedy) {
    Path file = directory.named(FILE);
    ObjectNode tree = JsonFile.read(directory.file(FILE), remedy);
    JsonFile.checkSchema(file, tree, SCHEMA);
    ExportManifest manifest = new ExportManifest(tree);
    if (tree.has(REPLACING) && !TAG.matcher(manifest.tag()).matches()) {
      throw new MigrationFailure(
          file, "its member " + REPLACING + " has no tag; restore the file, or " + remedy, null);
    }
    tree.path("notRead").properties().forEach(kind -> {
      if (UnreadKind.read(kind.getValue()).isEmpty()) {
        throw new MigrationFailure(
            file, "notRead." + kind.getKey() + " has no known reason; " + remedy, null);
      }
    });
    return manifest;
  }

  byte[] bytes() {
    return Canonical.bytes(tree);
  }

  /**
   * Whether an export was interrupted after all of its files were written, but before all of them
   * had their final names.
   */
  boolean isReplacing() {
    return tree.has(REPLACING);
  }

  /** The part that all staged names have in common. */
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

  /** Files of an earlier export that are to be deleted, and do not belong to this export. */
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

  Set<String> files() {
    return texts(tree.path("files"));
  }

  private static Set<String> texts(JsonNode list) {
    Set<String> texts = new TreeSet<>();
    list.forEach(text -> texts.add(text.asText()));
    return texts;
  }

  /** How many objects of a kind there are; absent for a kind that was not read. */
  JsonNode count(ObjectKind kind) {
    return tree.path("counts").path(kind.directory());
  }

  Map<ObjectKind, NotRead> notRead() {
    Map<ObjectKind, NotRead> notRead = new TreeMap<>();
    for (ObjectKind kind : ObjectKind.values()) {
      JsonNode reason = tree.path("notRead").path(kind.directory());
      UnreadKind.read(reason).ifPresent(known -> notRead.put(kind, known));
    }
    return notRead;
  }
}
