package io.github.xrayclient.diagnostics.internal.migration.plan;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.diagnostics.internal.migration.content.ChangedObject;
import io.github.xrayclient.diagnostics.internal.migration.content.LastChange;
import io.github.xrayclient.diagnostics.migration.DriftedObject;
import io.github.xrayclient.diagnostics.migration.ObjectKey;
import io.github.xrayclient.diagnostics.migration.PlanStep;
import io.github.xrayclient.internal.write.ChangedField;
import io.github.xrayclient.value.FieldChange;
import io.github.xrayclient.value.Timestamp;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** An object that a plan would change, told as what somebody did to it on the server. */
public final class ChangedOnServer extends ChangedObject implements DriftedObject {
  private final Optional<LastChange> change;

  private ChangedOnServer(
      ObjectKey object, Kind kind, List<FieldChange> fields, Optional<LastChange> change) {
    super(object, kind, fields);
    this.change = change;
  }

  /** The objects of the steps. The steps that replace an ignore rule give one object. */
  public static List<DriftedObject> of(List<PlannedStep> steps) {
    Map<ObjectKey, DriftedObject> objects = new LinkedHashMap<>();
    for (PlannedStep step : steps) {
      Kind kind = kind(step);
      Optional<LastChange> change = step.before().map(LastChange::of);
      DriftedObject known = objects.get(step.object());
      objects.put(
          step.object(),
          known == null
              ? new ChangedOnServer(step.object(), kind, reversed(step.changes()), change)
              : new ChangedOnServer(step.object(), Kind.CHANGED, known.fields(), change));
    }
    return new ArrayList<>(objects.values());
  }

  private static Kind kind(PlannedStep step) {
    if (step.action() == PlanStep.Action.DELETE) {
      return Kind.ADDED;
    }
    return step.action() == PlanStep.Action.UPDATE ? Kind.CHANGED : Kind.REMOVED;
  }

  private static List<FieldChange> reversed(List<FieldChange> changes) {
    return changes.stream()
        .map(change -> new ChangedField(
            change.field(), change.to().orElse(null), change.from().orElse(null)))
        .collect(Collectors.toUnmodifiableList());
  }

  @Override
  public Optional<String> changedBy() {
    return change.flatMap(LastChange::by);
  }

  @Override
  public Optional<Timestamp> changedAt() {
    return change.flatMap(LastChange::at);
  }

  @Override
  public ObjectNode toJson() {
    ObjectNode json = super.toJson();
    change.ifPresent(last -> last.addTo(json));
    return json;
  }

  @Override
  public String toString() {
    String words = change.map(LastChange::words).orElse("");
    switch (kind()) {
      case REMOVED:
        return object() + " is missing on the server";
      case ADDED:
        return object() + " is only on the server"
            + (words.isEmpty() ? "" : ", last changed" + words);
      default:
        return "somebody changed " + object() + (words.isEmpty() ? "" : ", last" + words);
    }
  }
}
