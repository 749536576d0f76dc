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

/**
 * The file {@code manifest.json} of an export. It contains no time, so that the same content gives
 * the same bytes.
 */
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
    return manifest;
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

  Set<String> files() {
    return texts(tree.path("files"));
  }

  private static Set<String> texts(JsonNode list) {
    Set<String> texts = new TreeSet<>();
    list.forEach(text -> texts.add(text.asText()));
    return texts;
  }

  /** The number of objects of a kind; a missing node for a kind that was not read. */
  JsonNode count(ObjectKind kind) {
    return tree.path("counts").path(kind.directory());
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
