package io.github.xrayclient.diagnostics.migration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What an export says of itself in {@code manifest.json}; nothing secret, and no time. */
final class Manifest {
  static final String FILE = "manifest.json";
  static final int SCHEMA = 1;

  private final ObjectNode tree;

  private Manifest(ObjectNode tree) {
    this.tree = tree;
  }

  static Manifest of(Snapshot snapshot, Collection<String> files) {
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    tree.put("schema", SCHEMA).put("source", snapshot.source());
    snapshot.serverVersion().ifPresent(version -> tree.put("serverVersion", version));
    snapshot.projectKey().ifPresent(key -> tree.put("project", key));
    ObjectNode counts = tree.putObject("counts");
    snapshot.counts().forEach((kind, count) -> counts.put(kind.directory(), count));
    if (!snapshot.notRead().isEmpty()) {
      ObjectNode notRead = tree.putObject("notRead");
      snapshot.notRead().forEach((kind, reason) -> notRead.put(kind.directory(), reason));
    }
    new TreeSet<>(files).forEach(tree.putArray("files")::add);
    return new Manifest(tree);
  }

  /** The manifest of a directory whose files are being replaced by others. */
  static Manifest incomplete(Collection<String> files) {
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    tree.put("schema", SCHEMA).put("incomplete", true);
    new TreeSet<>(files).forEach(tree.putArray("files")::add);
    return new Manifest(tree);
  }

  /**
   * @param remedy what to do if it cannot be used, as in {@code export again}
   * @throws MigrationException if it is missing, no JSON, or of a newer schema
   */
  static Manifest read(Path directory, String remedy) {
    Path file = directory.resolve(FILE);
    ObjectNode tree = JsonFile.read(file, remedy);
    JsonFile.checkSchema(file, tree, SCHEMA);
    return new Manifest(tree);
  }

  byte[] bytes() {
    return Canonical.bytes(tree);
  }

  boolean isIncomplete() {
    return tree.path("incomplete").asBoolean();
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
    Set<String> files = new TreeSet<>();
    tree.path("files").forEach(file -> files.add(file.asText()));
    return files;
  }

  /** How many objects of a kind there are; absent for a kind that was not read. */
  JsonNode count(ObjectKind kind) {
    return tree.path("counts").path(kind.directory());
  }

  Map<ObjectKind, String> notRead() {
    Map<ObjectKind, String> notRead = new TreeMap<>();
    for (ObjectKind kind : ObjectKind.values()) {
      JsonNode reason = tree.path("notRead").path(kind.directory());
      if (reason.isTextual()) {
        notRead.put(kind, reason.asText());
      }
    }
    return notRead;
  }
}
