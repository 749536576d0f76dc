package io.github.xrayclient.diagnostics.internal.migration.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.diagnostics.internal.migration.content.JsonForm;
import io.github.xrayclient.diagnostics.internal.migration.content.StepWords;
import io.github.xrayclient.diagnostics.internal.migration.content.StoredObject;
import io.github.xrayclient.diagnostics.migration.ObjectKey;
import io.github.xrayclient.diagnostics.migration.PlanStep;
import io.github.xrayclient.internal.json.Json;
import io.github.xrayclient.value.FieldChange;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A step of a plan, with the object as it was when the plan was made. Immutable. */
public final class PlannedStep extends JsonForm implements PlanStep {
  private final int number;
  private final Action action;
  private final ObjectKey object;
  private final @Nullable StoredObject before;
  private final List<FieldChange> changes;
  private final @Nullable ObjectNode body;
  private final @Nullable ObjectKey neededBy;

  PlannedStep(
      int number,
      Action action,
      ObjectKey object,
      @Nullable StoredObject before,
      List<FieldChange> changes,
      @Nullable ObjectNode body) {
    this(number, action, object, before, changes, body, null);
  }

  private PlannedStep(
      int number,
      Action action,
      ObjectKey object,
      @Nullable StoredObject before,
      List<FieldChange> changes,
      @Nullable ObjectNode body,
      @Nullable ObjectKey neededBy) {
    this.number = number;
    this.action = action;
    this.object = object;
    this.before = before;
    this.changes = List.copyOf(changes);
    this.body = body;
    this.neededBy = neededBy;
  }

  /** A copy that is only in the plan because this object needs the object of the step. */
  PlannedStep neededBy(ObjectKey user) {
    return new PlannedStep(number, action, object, before, changes, body, user);
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
  public ObjectKey object() {
    return object;
  }

  @Override
  public List<FieldChange> changes() {
    return changes;
  }

  @Override
  public String method() {
    return WriteRequests.method(action);
  }

  @Override
  public String path() {
    return WriteRequests.path(action, object, id());
  }

  @Override
  public Optional<JsonNode> body() {
    return Optional.ofNullable(body).map(ObjectNode::deepCopy);
  }

  @Override
  public Optional<JsonNode> current() {
    return before().map(stored -> stored.received().deepCopy());
  }

  @Override
  public Optional<ObjectKey> neededBy() {
    return Optional.ofNullable(neededBy);
  }

  /** The name or id by which paths identify the object; empty for a new object. */
  public String id() {
    return before == null ? "" : before.id();
  }

  /** The object at the time when the plan was made; empty for a new object. */
  public Optional<StoredObject> before() {
    return Optional.ofNullable(before);
  }

  @Override
  public ObjectNode toJson() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("step", number).put("action", action.name()).set("object", object.toJson());
    if (neededBy != null) {
      json.set("neededBy", neededBy.toJson());
    }
    ArrayNode list = json.putArray("changes");
    changes.forEach(change -> list.add(Json.MAPPER.<ObjectNode>valueToTree(change)));
    ObjectNode request = json.putObject("request");
    request.put("method", method()).put("path", path());
    if (body != null) {
      request.set("body", body.deepCopy());
    }
    if (before != null) {
      json.set("current", before.received().deepCopy());
    }
    return json;
  }

  @Override
  public String toString() {
    return StepWords.of(action, object)
        + neededBy().map(user -> ", needed by " + user).orElse("");
  }
}
