package io.github.xrayclient.diagnostics.internal.migration.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.xrayclient.XrayClient;
import io.github.xrayclient.curation.internal.fields.CurationPolicyFields;
import io.github.xrayclient.curation.internal.fields.WaiverFields;
import io.github.xrayclient.diagnostics.internal.migration.content.MigrationFailure;
import io.github.xrayclient.diagnostics.internal.migration.content.ObjectKinds;
import io.github.xrayclient.diagnostics.internal.migration.content.ProgressReporter;
import io.github.xrayclient.diagnostics.internal.migration.content.StoredObject;
import io.github.xrayclient.diagnostics.internal.migration.content.Waivers;
import io.github.xrayclient.diagnostics.internal.migration.plan.WaiverMerge;
import io.github.xrayclient.diagnostics.internal.migration.plan.WriteRequests;
import io.github.xrayclient.diagnostics.internal.migration.selection.NeededObjects;
import io.github.xrayclient.diagnostics.internal.migration.server.ServerState;
import io.github.xrayclient.diagnostics.internal.migration.server.ServerStateReader;
import io.github.xrayclient.diagnostics.migration.MigrationException;
import io.github.xrayclient.diagnostics.migration.MigrationProgress;
import io.github.xrayclient.diagnostics.migration.ObjectKey;
import io.github.xrayclient.diagnostics.migration.ObjectKind;
import io.github.xrayclient.diagnostics.migration.PlanStep;
import io.github.xrayclient.diagnostics.migration.StepNote;
import io.github.xrayclient.diagnostics.migration.StepResult;
import io.github.xrayclient.internal.write.TreeDiff;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Undoes the steps that a journal records, the last step first. */
public final class Rollback {
  private final OpenJournal journal;
  private final WriteSender sender;
  private final StepRunner runner;
  private final ListedObjects listed;
  private final Map<String, JournalStep> deletedConditions;
  private final boolean skipChanged;
  private final NavigableMap<Integer, Undo> found = new TreeMap<>(Comparator.reverseOrder());

  private Rollback(
      OpenJournal journal,
      WriteSender sender,
      ServerState state,
      ListedObjects listed,
      boolean skipChanged) {
    this.journal = journal;
    this.sender = sender;
    this.runner = new StepRunner(sender, journal, true);
    this.deletedConditions = deletedConditions(journal);
    this.listed = listed;
    this.skipChanged = skipChanged;
    journal.steps().values().forEach(step -> {
      if (undone(step).isEmpty()) {
        found.put(step.number(), find(step, listed));
      }
    });
    if (skipChanged) {
      keepWhatIsUsed(state);
    }
  }

  /** What objects that stay as they are need must not be deleted. */
  private void keepWhatIsUsed(ServerState state) {
    SortedMap<ObjectKey, StoredObject> staying = new TreeMap<>(state.objects());
    found.forEach((number, undo) -> {
      if (undo.isNeeded()) {
        staying.remove(step(number).write().key);
      }
    });
    NeededObjects needed = NeededObjects.of(staying.values(), state.keysWithGlobalPolicies());
    found.replaceAll((number, undo) -> {
      JournalStep step = step(number);
      return undo.isNeeded() && inverse(step.write().action) == PlanStep.Action.DELETE
          ? needed
              .userOf(step.write().key)
              .map(user -> Undo.refused(user + ", which stays, uses it"))
              .orElse(undo)
          : undo;
    });
  }

  private JournalStep step(int number) {
    return Objects.requireNonNull(journal.steps().get(number));
  }

  /**
   * Undoes the steps of a migration.
   *
   * @param skipChanged whether objects that somebody changed since are left alone
   * @throws MigrationFailure if somebody changed an object and it is not to be left alone; then
   *     nothing is undone
   */
  public static List<StepResult> run(
      OpenJournal journal, XrayClient xray, boolean skipChanged, ProgressReporter progress) {
    Rollback rollback = of(journal, xray, skipChanged, progress);
    if (!skipChanged) {
      rollback.refuseChangesByOthers();
    }
    return rollback.undoSteps(false, progress);
  }

  /** Finds out what {@link #run} would do, and sends no write. */
  public static List<StepResult> preview(
      OpenJournal journal, XrayClient xray, boolean skipChanged, ProgressReporter progress) {
    return of(journal, xray, skipChanged, progress).undoSteps(true, progress);
  }

  private static Rollback of(
      OpenJournal journal, XrayClient xray, boolean skipChanged, ProgressReporter progress) {
    ServerState state =
        new ServerStateReader(xray, journal.project(), progress).read(journal.curation());
    return new Rollback(
        journal, new WriteSender(xray), state, new ListedObjects(state), skipChanged);
  }

  private void refuseChangesByOthers() {
    List<String> changed = new ArrayList<>();
    found.forEach((number, undo) -> {
      if (undo.isRefused()) {
        changed.add(step(number).write().key.toString());
      }
    });
    if (!changed.isEmpty()) {
      throw new MigrationFailure(
          MigrationException.Kind.SERVER_CHANGED,
          "nothing was rolled back, because somebody changed these objects after the migration: "
              + String.join(", ", changed)
              + "; undo these changes and roll back again, leave these objects alone with"
              + " skipChanged() or --skip-changed, or restore them by hand from the backups in "
              + journal.file());
    }
  }

  private List<StepResult> undoSteps(boolean preview, ProgressReporter progress) {
    StepLoop loop = new StepLoop(
        MigrationProgress.Phase.ROLL_BACK, journal, journal.steps().size(), false, progress);
    for (JournalStep step : journal.steps().descendingMap().values()) {
      PlanStep.Action inverse = inverse(step.write().action);
      Undo undo = found.get(step.number());
      if (undo == null) {
        loop.doneBefore(
            step.number(),
            inverse,
            step.write().key,
            StepLoop.concat(undone(step).orElseThrow().differences(), notRestored(step)));
      } else if (preview || !undo.isNeeded()) {
        StepResult.Outcome outcome = outcome(undo);
        List<StepNote> notes = notes(step, undo);
        if (!preview) {
          journal.left(step.number(), outcome + notes.toString());
        }
        loop.notRun(step.number(), inverse, step.write().key, outcome, notes);
      } else {
        loop.run(
            step.number(), inverse, step.write().key, () -> undo(step), () -> notRestored(step));
      }
    }
    return loop.results();
  }

  /** The outcome of a step that is not undone now. */
  private StepResult.Outcome outcome(Undo undo) {
    if (undo.isRefused()) {
      return skipChanged ? StepResult.Outcome.SKIPPED : StepResult.Outcome.WOULD_BE_REFUSED;
    }
    return undo.isNeeded() ? StepResult.Outcome.WOULD_BE_DONE : StepResult.Outcome.NOTHING_TO_UNDO;
  }

  /** The notes on a step that is not undone now. */
  private List<StepNote> notes(JournalStep step, Undo undo) {
    ObjectKey key = step.write().key;
    if (undo.isRefused()) {
      String text = undo.reason.isEmpty()
          ? "somebody changed " + key + " after the migration"
          : key + " cannot be removed: " + undo.reason;
      return List.of(new ReportedNote(
          StepNote.Kind.CHANGED_BY_OTHERS,
          null,
          sender.redact(text + (skipChanged ? ", so it is left alone" : ""))));
    }
    JournalStep begun = journal.undone().get(step.number());
    return undo.isNeeded()
        ? RollbackLosses.between(
            step.write(), begun == null ? write(step, undo.now) : begun.write())
        : List.of();
  }

  /** The record of the undoing of a step; empty if the step is not undone yet. */
  private Optional<JournalStep> undone(JournalStep step) {
    return Optional.ofNullable(journal.undone().get(step.number())).filter(JournalStep::isDone);
  }

  private List<StepNote> undo(JournalStep step) {
    String id = step.write().id.isEmpty() ? step.id() : step.write().id;
    return sender.alone(step.write().key, id, () -> undoAlone(step));
  }

  private List<StepNote> undoAlone(JournalStep step) {
    JournalStep begun = journal.undone().get(step.number());
    if (begun != null) {
      return runner.resume(step.number(), begun.write());
    }
    Undo undo = find(step, sender.objects());
    if (undo.isRefused()) {
      throw new StepFailure(
          StepNote.Kind.CHANGED_BY_OTHERS,
          "somebody changed " + step.write().key
              + " during the rollback; undo this change, and roll back again");
    }
    return undo.isNeeded() ? runner.make(step.number(), write(step, undo.now)) : List.of();
  }

  /** Finds out whether a step has to be undone, from the object as it is now. */
  private Undo find(JournalStep step, ObjectSource objects) {
    JournalStep begun = journal.undone().get(step.number());
    ObjectWrite write = step.write();
    if (begun != null) {
      WriteOutcome outcome = WriteOutcome.of(begun.write(), objects);
      return outcome.found == WriteOutcome.Found.CHANGED_BY_OTHERS
          ? Undo.refused()
          : Undo.needed(outcome.now);
    }
    if (!step.isDone()) {
      WriteOutcome outcome = WriteOutcome.ofStep(write, objects);
      switch (outcome.found) {
        case MADE:
          return Undo.needed(outcome.now);
        case NOT_MADE:
          return Undo.needless();
        default:
          return Undo.refused();
      }
    }
    if (write.action == PlanStep.Action.DELETE) {
      return findDeleted(write, objects);
    }
    Optional<StoredObject> now = objects.find(write.key, step.id());
    Optional<String> fingerprint =
        now.map(stored -> AddedWaivers.without(write, stored).fingerprint());
    if (fingerprint.equals(step.after())) {
      return Undo.needed(now);
    }
    boolean isAsBefore = fingerprint.equals(write.before.map(StoredObject::fingerprint));
    return isAsBefore ? Undo.needless() : Undo.refused();
  }

  /**
   * A deleted object is created again, unless somebody created one with the same name meanwhile.
   * Ignore rules have no names, so there may be equal ones.
   */
  private static Undo findDeleted(ObjectWrite write, ObjectSource objects) {
    if (write.key.kind() == ObjectKind.IGNORE_RULES || write.before.isEmpty()) {
      return Undo.needed(Optional.empty());
    }
    return objects.alike(write.key, write.before.get().received()).isEmpty()
        ? Undo.needed(Optional.empty())
        : Undo.refused();
  }

  private static PlanStep.Action inverse(PlanStep.Action action) {
    switch (action) {
      case CREATE:
        return PlanStep.Action.DELETE;
      case DELETE:
        return PlanStep.Action.CREATE;
      default:
        return PlanStep.Action.UPDATE;
    }
  }

  private ObjectWrite write(JournalStep step, Optional<StoredObject> now) {
    ObjectWrite made = step.write();
    PlanStep.Action action = inverse(made.action);
    String id = now.map(StoredObject::id).orElse("");
    StoredObject before = now.orElse(null);
    if (action == PlanStep.Action.DELETE || made.before.isEmpty()) {
      return new ObjectWrite(action, made.key, id, null, before, List.of());
    }
    ObjectNode body = body(made, made.before.get(), now);
    List<String> known = action == PlanStep.Action.CREATE && !ObjectKinds.isNamed(made.key.kind())
        ? listed.alike(made.key, body).stream().map(StoredObject::id).collect(Collectors.toList())
        : List.of();
    return new ObjectWrite(action, made.key, id, body, before, known);
  }

  /** The body that gives an object its former content. */
  private ObjectNode body(ObjectWrite made, StoredObject before, Optional<StoredObject> now) {
    ObjectKey key = before.key();
    ObjectNode body = WriteRequests.body(key, before.sendable(), now.isEmpty());
    if (key.kind() == ObjectKind.CURATION_POLICIES) {
      String condition = body.path("condition_id").asText();
      body.set("condition_id", TextNode.valueOf(conditionNow(condition)));
      for (String list : CurationPolicyFields.WAIVERS) {
        Map<String, ObjectNode> left =
            WaiverMerge.byId(now.map(stored -> stored.received().path(list)).orElse(body.path("")));
        ArrayNode entries = body.putArray(list);
        for (JsonNode waiver : before.received().path(list)) {
          String id = waiver.path("id").asText();
          if (left.containsKey(id)) {
            entries.addObject().put("id", id);
          } else if (Waivers.unknown(waiver).isEmpty()) {
            entries.add(WaiverFields.sent(waiver));
          }
        }
        now.map(stored -> AddedWaivers.of(made, stored, list))
            .orElse(List.of())
            .forEach(waiver -> entries.addObject().put("id", waiver.path("id").asText()));
      }
      removedFields(before, now)
          .forEach(field -> body.set(field, before.content().get(field)));
    }
    return body;
  }

  /** Notes on what a step deleted and its undoing did not restore. */
  private List<StepNote> notRestored(JournalStep step) {
    JournalStep undo = journal.undone().get(step.number());
    return undo == null ? List.of() : RollbackLosses.between(step.write(), undo.write());
  }

  /**
   * Unknown fields that the server removed because the migration did not send them. This shows that
   * clients may send them.
   */
  private static List<String> removedFields(StoredObject before, Optional<StoredObject> now) {
    return now.map(StoredObject::received)
        .map(received -> before.unknownFields().stream()
            .filter(field -> TreeDiff.isNothing(received.get(field)))
            .collect(Collectors.toList()))
        .orElse(List.of());
  }

  /** The id of a condition. It is a new one if the rollback created the condition again. */
  private String conditionNow(String id) {
    return Optional.ofNullable(deletedConditions.get(id))
        .flatMap(this::undone)
        .map(JournalStep::id)
        .orElse(id);
  }

  private static Map<String, JournalStep> deletedConditions(OpenJournal journal) {
    return journal.steps().values().stream()
        .filter(step -> step.write().key.kind() == ObjectKind.CONDITIONS
            && step.write().action == PlanStep.Action.DELETE)
        .collect(Collectors.toMap(step -> step.write().id, step -> step));
  }

  /** Whether a step has to be undone, and the object as it is now. */
  private static final class Undo {
    private final boolean needed;
    private final boolean refused;
    private final String reason;
    private final Optional<StoredObject> now;

    private Undo(boolean needed, boolean refused, String reason, Optional<StoredObject> now) {
      this.needed = needed;
      this.refused = refused;
      this.reason = reason;
      this.now = now;
    }

    static Undo needed(Optional<StoredObject> now) {
      return new Undo(true, false, "", now);
    }

    static Undo needless() {
      return new Undo(false, false, "", Optional.empty());
    }

    static Undo refused() {
      return refused("");
    }

    static Undo refused(String reason) {
      return new Undo(false, true, reason, Optional.empty());
    }

    boolean isNeeded() {
      return needed;
    }

    boolean isRefused() {
      return refused;
    }
  }
}
