package io.github.xrayclient.diagnostics.internal.migration.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.diagnostics.internal.migration.content.JsonForm;
import io.github.xrayclient.diagnostics.internal.migration.content.LastChange;
import io.github.xrayclient.diagnostics.internal.migration.content.StepWords;
import io.github.xrayclient.diagnostics.internal.migration.content.StoredObject;
import io.github.xrayclient.diagnostics.migration.ObjectKey;
import io.github.xrayclient.diagnostics.migration.ObjectKind;
import io.github.xrayclient.diagnostics.migration.PlanStep;
import io.github.xrayclient.internal.json.Json;
import io.github.xrayclient.value.FieldChange;
import io.github.xrayclient.value.Timestamp;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A step of a plan, with the object as it was when the plan was made. Immutable. */
public final class PlannedStep extends JsonForm implements PlanStep {
  static final String EQUAL_RULES = "equalRules";

  private final int number;
  private final Action action;
  private final ObjectKey object;
  private final @Nullable StoredObject before;
  private final List<FieldChange> changes;
  private final @Nullable ObjectNode body;
  private final @Nullable ObjectKey neededBy;
  private final List<ObjectKey> usedBy;
  private final List<String> equalRules;

  public PlannedStep(
      int number,
      Action action,
      ObjectKey object,
      @Nullable StoredObject before,
      List<FieldChange> changes,
      @Nullable ObjectNode body) {
    this(number, action, object, before, changes, body, null, List.of(), List.of());
  }

  private PlannedStep(
      int number,
      Action action,
      ObjectKey object,
      @Nullable StoredObject before,
      List<FieldChange> changes,
      @Nullable ObjectNode body,
      @Nullable ObjectKey neededBy,
      List<ObjectKey> usedBy,
      List<String> equalRules) {
    this.number = number;
    this.action = action;
    this.object = object;
    this.before = before;
    this.changes = List.copyOf(changes);
    this.body = body;
    this.neededBy = neededBy;
    this.usedBy = List.copyOf(usedBy);
    this.equalRules = List.copyOf(equalRules);
  }

  /** A copy that is only in the plan because this object needs the object of the step. */
  public PlannedStep neededBy(ObjectKey user) {
    return new PlannedStep(number, action, object, before, changes, body, user, usedBy, equalRules);
  }

  /** A copy whose object these objects of the target use. */
  public PlannedStep usedBy(List<ObjectKey> users) {
    return new PlannedStep(
        number, action, object, before, changes, body, neededBy, users, equalRules);
  }

  /** A copy that creates an ignore rule beside those with these ids. */
  public PlannedStep besideEqualRules(List<String> ids) {
    return new PlannedStep(number, action, object, before, changes, body, neededBy, usedBy, ids);
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

  @Override
  public List<ObjectKey> usedBy() {
    return usedBy;
  }

  @Override
  public Optional<String> renamedFrom() {
    return before()
        .filter(stored -> object.kind() == ObjectKind.CURATION_POLICIES)
        .map(stored -> stored.received().path("name").asText())
        .filter(name -> !name.equals(object.name()));
  }

  @Override
  public Optional<String> changedBy() {
    return lastChange().flatMap(LastChange::by);
  }

  @Override
  public Optional<Timestamp> changedAt() {
    return lastChange().flatMap(LastChange::at);
  }

  private Optional<LastChange> lastChange() {
    return before().map(LastChange::of);
  }

  /** The name or id by which paths identify the object; empty for a new object. */
  public String id() {
    return before == null ? "" : before.id();
  }

  /**
   * The ids of the ignore rules with the same notes and filters that the target had when the plan
   * was made, if this step creates such a rule. Another one was then created later.
   */
  public List<String> equalRules() {
    return equalRules;
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
    usedBy.forEach(user -> json.withArrayProperty("usedBy").add(user.toJson()));
    renamedFrom().ifPresent(name -> json.put("renamedFrom", name));
    lastChange().ifPresent(change -> change.addTo(json));
    ArrayNode list = json.putArray("changes");
    changes.forEach(change -> list.add(Json.MAPPER.<ObjectNode>valueToTree(change)));
    ObjectNode request = json.putObject("request");
    request.put("method", method()).put("path", path());
    if (body != null) {
      request.set("body", body.deepCopy());
    }
    if (!equalRules.isEmpty()) {
      equalRules.forEach(json.putArray(EQUAL_RULES)::add);
    }
    if (before != null) {
      json.set("current", before.received().deepCopy());
    }
    return json;
  }

  @Override
  public String toString() {
    return StepWords.of(action, object)
        + renamedFrom().map(name -> ", renamed from " + name).orElse("")
        + neededBy().map(user -> ", needed by " + user).orElse("");
  }
}
