package io.github.xrayclient.internal.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Finds the known fields of a value that could not be read and are therefore kept as received. */
public final class UnreadFields {
  private UnreadFields() {}

  /**
   * Returns the JSON paths of the fields, such as {@code $.rules[0].actions.fail_pull_request}, in
   * the order of the JSON form.
   *
   * @param value a value of this library, or a collection of them
   * @throws IllegalArgumentException if the value cannot be written as JSON
   */
  public static List<String> of(Object value) {
    List<String> paths = new ArrayList<>();
    try {
      Json.MAPPER
          .writer()
          .withAttribute(ExtrasWriter.UNREAD, paths)
          .writeValue(OutputStream.nullOutputStream(), value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return paths;
  }

  /**
   * Returns the JSON paths of the fields in the JSON form of a value; empty if the value cannot be
   * read at all.
   */
  public static List<String> in(JsonNode json, Class<?> type) {
    try {
      Json.FAST.treeToValue(json, type);
      return List.of();
    } catch (JsonProcessingException unread) {
      return inSlowly(json, type);
    }
  }

  private static List<String> inSlowly(JsonNode json, Class<?> type) {
    try {
      return of(Json.MAPPER.treeToValue(json, type));
    } catch (JsonProcessingException unreadable) {
      return List.of();
    }
  }
}
