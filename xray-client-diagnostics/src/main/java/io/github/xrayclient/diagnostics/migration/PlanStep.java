package io.github.xrayclient.diagnostics.migration;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One request of a plan, and why it is made. Immutable. */
public interface PlanStep {
  /** What is done to an object. */
  enum Action {
    CREATE,
    UPDATE,
    DELETE;

    /** In lower case. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Its place in the plan, counted from 1. */
  int number();

  /** What is done. */
  Action action();

  /** What it is done to. */
  ObjectKey key();

  /** The changes in words, a field each; empty unless an object is updated or replaced. */
  List<String> changes();

  /** The method of the request. */
  String method();

  /** The path of the request with its query, encoded. */
  String path();

  /**
   * A copy of the body of the request. For the id of a condition that an earlier step creates it has
   * {@code {"$ref": "conditions/NAME"}}.
   */
  Optional<JsonNode> body();

  /** In words: {@code create watch libs}. */
  @Override
  String toString();
}
