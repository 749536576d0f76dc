package io.github.xrayclient.internal.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;

/** A known field in an answer that could not be read. The description has no part of the value. */
final class UnreadField {
  private final String path;
  private final String problem;

  private UnreadField(String path, String problem) {
    this.path = path;
    this.problem = problem;
  }

  /**
   * Describes a field.
   *
   * @param path the JSON path in the answer
   * @param value the first token of the value
   * @param e why the value could not be read; its own path is inside the value
   */
  static UnreadField of(String path, JsonToken value, JsonProcessingException e) {
    String place =
        e instanceof JsonMappingException ? JsonProblem.path((JsonMappingException) e) : "$";
    String inside = place.equals("$") ? "" : path + place.substring(1) + ": ";
    String problem =
        e instanceof MismatchedInputException ? JsonProblem.of(e) : "the value is out of range";
    return new UnreadField(path, "received " + type(value) + "; " + inside + problem);
  }

  private static String type(JsonToken token) {
    switch (token) {
      case START_OBJECT:
        return "an object";
      case START_ARRAY:
        return "a list";
      case VALUE_STRING:
        return "a string";
      case VALUE_TRUE:
      case VALUE_FALSE:
        return "true or false";
      default:
        return "a number";
    }
  }

  @Override
  public String toString() {
    return path + " (" + problem + ")";
  }
}
