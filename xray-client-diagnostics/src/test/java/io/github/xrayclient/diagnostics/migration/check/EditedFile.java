package io.github.xrayclient.diagnostics.migration.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.diagnostics.migration.ObjectKind;
import io.github.xrayclient.diagnostics.migration.Snapshot;
import io.github.xrayclient.diagnostics.migration.SnapshotFinding;
import io.github.xrayclient.testsupport.Fixtures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** An export with the file of one object, which a test edits by hand; JSON has apostrophes. */
final class EditedFile {
  private final Path directory;
  private final ObjectKind kind;
  private final ObjectNode object;

  private EditedFile(Path directory, ObjectKind kind, ObjectNode object) {
    this.directory = directory;
    this.kind = kind;
    this.object = object;
  }

  static EditedFile of(Path directory, ObjectKind kind, String json) {
    return new EditedFile(directory, kind, (ObjectNode) json(json));
  }

  static JsonNode json(String text) {
    return Fixtures.parse(text.replace('\'', '"'));
  }

  /** Replaces the value at a JSON pointer; the value {@code -} removes the field. */
  EditedFile set(String pointer, String value) {
    JsonPointer at = JsonPointer.compile(pointer);
    ObjectNode holder = (ObjectNode) object.at(at.head());
    String name = at.last().getMatchingProperty();
    if (value.equals("-")) {
      holder.remove(name);
    } else {
      holder.set(name, json(value));
    }
    return this;
  }

  /** Gives the field at a JSON pointer another name. */
  EditedFile rename(String pointer, String other) {
    JsonPointer at = JsonPointer.compile(pointer);
    ObjectNode holder = (ObjectNode) object.at(at.head());
    holder.set(other, holder.remove(at.last().getMatchingProperty()));
    return this;
  }

  Path file() {
    return directory.resolve(kind.directory()).resolve("edited.json");
  }

  Snapshot read() {
    try {
      Files.createDirectories(directory.resolve(kind.directory()));
      Files.writeString(
          directory.resolve("manifest.json"),
          "{\"schema\":1,\"source\":\"https://acme.example\",\"kinds\":[\"conditions\","
              + "\"curation-policies\",\"policies\",\"watches\",\"ignore-rules\"]}");
      Files.writeString(file(), object.toString());
      return Snapshot.read(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Asserts that there is this finding in the file and no other. */
  void hasOnly(SnapshotFinding.Kind found, String field, String words) {
    List<SnapshotFinding> findings = read().check();
    assertThat(findings).extracting(SnapshotFinding::text).hasSize(1);
    SnapshotFinding finding = findings.get(0);
    assertThat(finding.kind()).isEqualTo(found);
    assertThat(finding.field()).isEqualTo(field);
    assertThat(finding.object().kind()).isEqualTo(kind);
    assertThat(finding.file()).hasValueSatisfying(file -> assertThat(file).isEqualTo(real(file())));
    assertThat(finding.text()).startsWith(field + " of " + finding.object()).contains(words);
  }

  /** Asserts that a word is unknown, and which ones are known instead. */
  void hasUnknown(String field, String... allowed) {
    hasOnly(SnapshotFinding.Kind.UNKNOWN_VALUE, field, "use one of " + String.join(", ", allowed));
    assertThat(read().check().get(0).allowed()).containsExactly(allowed);
  }

  /** Asserts that a field is misspelled, and which one was meant. */
  void hasMisspelled(String field, String meant) {
    hasOnly(SnapshotFinding.Kind.MISSPELLED_FIELD, field, "did you mean " + meant + "?");
    assertThat(read().check().get(0).suggestion()).hasValue(meant);
  }

  void hasNothing() {
    assertThat(read().check().stream().map(SnapshotFinding::text).collect(Collectors.toList()))
        .isEmpty();
  }

  private static Path real(Path file) {
    try {
      return file.toRealPath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
