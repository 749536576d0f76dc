package io.github.xrayclient.diagnostics.migration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.internal.Json;
import io.github.xrayclient.internal.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Files that hold one JSON object; each complaint names the file and what to do. */
final class JsonFile {
  private static final ObjectReader READER = Json.MAPPER
      .readerFor(JsonNode.class)
      .with(
          DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
          DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);

  private JsonFile() {}

  /**
   * @param remedy what to do if it cannot be used, as in {@code export again}
   */
  static ObjectNode read(Path file, String remedy) {
    JsonNode tree;
    try {
      tree = READER.readTree(Files.readAllBytes(file));
    } catch (NoSuchFileException e) {
      throw new MigrationException(file, "there is no such file; restore it, or " + remedy, e);
    } catch (JsonProcessingException e) {
      String line = e.getLocation() == null ? "" : " in line " + e.getLocation().getLineNr();
      throw new MigrationException(
          file, Problem.of(e) + line + "; mend or restore it, or " + remedy, e);
    } catch (IOException e) {
      throw new MigrationException(file, "it cannot be read: " + e, e);
    }
    if (!tree.isObject()) {
      throw new MigrationException(
          file, "it holds no JSON object; mend or restore it, or " + remedy, null);
    }
    return (ObjectNode) tree;
  }

  /** Refuses files that a newer version of the library wrote, or that are none of its files. */
  static void checkSchema(Path file, ObjectNode tree, int known) {
    JsonNode schema = tree.path("schema");
    if (!schema.isInt() || schema.asInt() < 1) {
      throw new MigrationException(file, "it has no schema number; is it the right file?", null);
    }
    if (schema.asInt() > known) {
      throw new MigrationException(
          file,
          "it has schema " + schema + ", and this version of the library knows schema " + known
              + " at most; use a newer version",
          null);
    }
  }
}
