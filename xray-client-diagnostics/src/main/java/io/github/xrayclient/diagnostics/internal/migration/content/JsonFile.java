package io.github.xrayclient.diagnostics.internal.migration.content;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.internal.json.Json;
import io.github.xrayclient.internal.json.JsonProblem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Files that hold one JSON object; each complaint names the file and what to do. */
public final class JsonFile {
  private static final int LARGEST = 128 << 20;

  private JsonFile() {}

  /**
   * Reads a file of one object or a list of names.
   *
   * @param remedy what to do if it cannot be used, as in {@code export again}
   */
  public static ObjectNode read(Path file, String remedy) {
    return read(file, remedy, Json::checkedObject);
  }

  /** Like {@link #read(Path, String)}, but for a file of many objects. */
  public static ObjectNode readMany(Path file, String remedy) {
    return read(file, remedy, json -> json);
  }

  private static ObjectNode read(Path file, String remedy, Check check) {
    JsonNode tree;
    try {
      tree = Json.STRICT.readTree(check.checked(bytes(file)));
    } catch (NoSuchFileException e) {
      throw new MigrationFailure(file, "there is no such file; restore it, or " + remedy, e);
    } catch (JsonProcessingException e) {
      String line = e.getLocation() == null ? "" : " in line " + e.getLocation().getLineNr();
      throw new MigrationFailure(
          file, JsonProblem.of(e) + line + "; correct or restore it, or " + remedy, e);
    } catch (IOException e) {
      throw new MigrationFailure(file, "it cannot be read: " + Disk.reason(e), e);
    }
    if (!tree.isObject()) {
      throw new MigrationFailure(
          file, "it holds no JSON object; correct or restore it, or " + remedy, null);
    }
    return (ObjectNode) tree;
  }

  private static byte[] bytes(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(LARGEST);
      if (in.read() >= 0) {
        throw new IOException("it is larger than " + (LARGEST >> 20) + " MiB");
      }
      return bytes;
    }
  }

  /** Returns the text, or refuses it since it is too large. */
  private interface Check {
    byte[] checked(byte[] json) throws IOException;
  }

  /** Refuses files that a newer version of the library wrote, or that are none of its files. */
  public static void checkSchema(Path file, ObjectNode tree, int known) {
    JsonNode schema = tree.path("schema");
    if (!schema.isInt() || schema.asInt() < 1) {
      throw new MigrationFailure(file, "it has no schema number; is it the right file?", null);
    }
    if (schema.asInt() > known) {
      throw new MigrationFailure(
          file,
          "it has schema " + schema + ", and this version of the library knows schema " + known
              + " at most; use a newer version",
          null);
    }
  }
}
