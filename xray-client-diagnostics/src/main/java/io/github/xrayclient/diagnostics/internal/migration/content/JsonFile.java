package io.github.xrayclient.diagnostics.internal.migration.content;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.internal.json.Json;
import io.github.xrayclient.internal.json.JsonProblem;
import io.github.xrayclient.internal.json.ValueReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads files that contain one JSON object. Each failure names the file and says what to do. */
public final class JsonFile {
  private static final int LARGEST = 128 << 20;

  private JsonFile() {}

  /**
   * Reads a file that contains one object of a server, a manifest or a mapping.
   *
   * @param remedy what to do if the file cannot be restored, as in {@code export again}
   * @throws MigrationFailure if the file is missing, is larger than 128 MiB, or is not a JSON
   *     object
   */
  public static ObjectNode read(Path file, String remedy) {
    return read(file, remedy, Json::checkedObject);
  }

  /**
   * Reads a file of at most 128 MiB that contains many objects, such as a plan, without a limit on
   * their number.
   */
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
      String line = e.getLocation() == null ? "" : "line " + e.getLocation().getLineNr() + ": ";
      throw new MigrationFailure(file, line + JsonProblem.of(e) + "; correct it, or " + remedy, e);
    } catch (IOException e) {
      String advice = e instanceof AccessDeniedException ? "check its permissions, or " : "";
      throw new MigrationFailure(
          file, "it cannot be read: " + FileOperations.reason(e) + "; " + advice + remedy, e);
    }
    if (!tree.isObject()) {
      throw new MigrationFailure(
          file, "it must contain a JSON object; correct it, or " + remedy, null);
    }
    return (ObjectNode) tree;
  }

  /**
   * Decodes a part of a file.
   *
   * @param remedy what to do if that is not possible, as in {@code correct it}
   * @throws MigrationFailure if the part is not a value of the reader's type
   */
  public static <T> T value(Path file, ObjectNode part, ValueReader<T> reader, String remedy) {
    try {
      return reader.read(part);
    } catch (JsonMappingException e) {
      throw new MigrationFailure(
          file, "at " + JsonProblem.path(e) + ": " + JsonProblem.of(e) + "; " + remedy, e);
    } catch (JsonProcessingException e) {
      throw new MigrationFailure(file, JsonProblem.of(e) + "; " + remedy, e);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // never thrown, since the tree is in memory
    }
  }

  private static byte[] bytes(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes((int) Math.min(Files.size(file), LARGEST)); // 0 for a pipe
      int next = in.read();
      return next < 0 ? bytes : withRest(bytes, next, in);
    }
  }

  private static byte[] withRest(byte[] start, int next, InputStream in) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(start);
    all.write(next);
    all.write(in.readNBytes(Math.max(0, LARGEST - all.size())));
    if (all.size() > LARGEST || in.read() >= 0) {
      throw new IOException("it is larger than " + (LARGEST >> 20) + " MiB");
    }
    return all.toByteArray();
  }

  /** Returns the JSON, or throws if an object in it is too large. */
  private interface Check {
    byte[] checked(byte[] json) throws IOException;
  }

  /**
   * Checks the schema number of a file.
   *
   * @throws MigrationFailure if there is none, or a newer version of the library wrote the file
   */
  public static void checkSchema(Path file, ObjectNode tree, int known) {
    JsonNode schema = tree.path("schema");
    if (!schema.isInt() || schema.asInt() < 1) {
      throw new MigrationFailure(
          file,
          "it has no schema number, so this library did not write it; use the right file",
          null);
    }
    if (schema.asInt() > known) {
      throw new MigrationFailure(
          file,
          "it has schema " + schema + ", but this version of the library supports schema " + known
              + " at most; use a newer version",
          null);
    }
  }
}
