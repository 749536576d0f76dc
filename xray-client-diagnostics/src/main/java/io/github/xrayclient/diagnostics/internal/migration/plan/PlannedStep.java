package io.github.xrayclient.diagnostics.internal.migration.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.diagnostics.migration.ObjectKey;
import io.github.xrayclient.diagnostics.migration.PlanStep;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A step of a plan with what is needed to make it: the object's id and how it was. Immutable. */
public final class PlannedStep implements PlanStep {
  private final int number;
  private final Action action;
  private final ObjectKey key;
  private final String id;
  private final String before;
  private final List<String> changes;
  private final @Nullable ObjectNode body;

  public PlannedStep(
      int number,
      Action action,
      ObjectKey key,
      String id,
      String before,
      List<String> changes,
      @Nullable ObjectNode body) {
    this.number = number;
    this.action = action;
    this.key = key;
    this.id = id;
    this.before = before;
    this.changes = List.copyOf(changes);
    this.body = body;
  }

  @Override
  public int number() {
    return number;
  }

  @Override
  public Action action() {
    return action;
  }

  @Override
  public ObjectKey key() {
    return key;
  }

  @Override
  public List<String> changes() {
    return changes;
  }

  @Override
  public String method() {
    return WriteRequests.method(action);
  }

  @Override
  public String path() {
    return WriteRequests.path(action, key, id);
  }

  @Override
  public Optional<JsonNode> body() {
    return Optional.ofNullable(body).map(ObjectNode::deepCopy);
  }

  /** What the server calls the object in paths; empty for a new one. */
  public String id() {
    return id;
  }

  /** The fingerprint of the object when the plan was made; empty for a new one. */
  public String before() {
    return before;
  }

  @Override
  public String toString() {
    return action + " " + key;
  }
}
