package io.github.xrayclient.diagnostics.migration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.value.FieldChange;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One request of a plan, and why it is sent. Immutable; equal to another with the same content. */
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

  /** The object that it is done to. */
  ObjectKey object();

  /**
   * The fields that change, from the target's value to the snapshot's; empty unless an object is
   * updated or replaced.
   */
  List<FieldChange> changes();

  /** The method of the request. */
  String method();

  /** The path of the request with its query, encoded. */
  String path();

  /**
   * A copy of the body of the request. For the id of a condition that an earlier step creates it has
   * {@code {"$ref": "conditions/NAME"}}.
   */
  Optional<JsonNode> body();

  /** The step as it is written into the file of a plan, see {@link MigrationPlan}. */
  ObjectNode toJson();

  /** In words: {@code create watch libs}. */
  @Override
  String toString();
}
