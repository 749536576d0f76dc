package io.github.xrayclient.diagnostics.migration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One request of a plan, and why it is made. Immutable. */
public final class PlanStep {
  /** What is done to an object. */
  public enum Action {
    CREATE("POST"),
    UPDATE("PUT"),
    DELETE("DELETE");

    private final String method;

    Action(String method) {
      this.method = method;
    }

    static Optional<Action> of(String words) {
      return Arrays.stream(values())
          .filter(action -> action.toString().equals(words))
          .findFirst();
    }

    String method() {
      return method;
    }

    /** In lower case. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final int number;
  private final Action action;
  private final ObjectKey key;
  private final String id;
  private final String before;
  private final List<String> changes;
  private final @Nullable ObjectNode body;

  PlanStep(
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

  /** Its place in the plan, counted from 1. */
  public int number() {
    return number;
  }

  /** What is done. */
  public Action action() {
    return action;
  }

  /** What it is done to. */
  public ObjectKey key() {
    return key;
  }

  /** The changes in words, a field each; empty unless an object is updated or replaced. */
  public List<String> changes() {
    return changes;
  }

  /** The method of the request. */
  public String method() {
    return action.method();
  }

  /** The path of the request with its query, encoded. */
  public String path() {
    return action == Action.CREATE ? Requests.all(key) : Requests.one(key, id);
  }

  /**
   * A copy of the body of the request. For the id of a condition that an earlier step creates it has
   * {@code {"$ref": "conditions/NAME"}}.
   */
  public Optional<JsonNode> body() {
    return Optional.ofNullable(body).map(ObjectNode::deepCopy);
  }

  /** What the server calls the object in paths; empty for a new one. */
  String id() {
    return id;
  }

  /** The fingerprint of the object when the plan was made; empty for a new one. */
  String before() {
    return before;
  }

  /** In words: {@code create watch libs}. */
  @Override
  public String toString() {
    return action + " " + key;
  }
}
