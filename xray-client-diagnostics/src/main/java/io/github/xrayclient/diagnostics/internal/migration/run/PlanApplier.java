package io.github.xrayclient.diagnostics.internal.migration.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.XrayClient;
import io.github.xrayclient.diagnostics.internal.migration.content.MigrationFailure;
import io.github.xrayclient.diagnostics.internal.migration.content.ProgressReporter;
import io.github.xrayclient.diagnostics.internal.migration.content.StoredObject;
import io.github.xrayclient.diagnostics.internal.migration.plan.PlanContent;
import io.github.xrayclient.diagnostics.internal.migration.plan.PlannedStep;
import io.github.xrayclient.diagnostics.internal.migration.server.ServerState;
import io.github.xrayclient.diagnostics.internal.migration.server.ServerStateReader;
import io.github.xrayclient.diagnostics.internal.migration.server.XrayVersion;
import io.github.xrayclient.diagnostics.migration.MigrationException;
import io.github.xrayclient.diagnostics.migration.MigrationProgress;
import io.github.xrayclient.diagnostics.migration.ObjectKind;
import io.github.xrayclient.diagnostics.migration.PlanStep;
import io.github.xrayclient.diagnostics.migration.StepNote;
import io.github.xrayclient.diagnostics.migration.StepResult;
import io.github.xrayclient.error.XrayException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Applies a plan from the beginning, or continues after an interruption. */
public final class PlanApplier {
  /** How many changes of others a message names. */
  private static final int SHOWN = 5;

  private final PlanContent plan;
  private final OpenJournal journal;
  private final WriteSender sender;
  private final StepRunner runner;
  private final ServerState target;
  private final ListedObjects listed;
  private final PlannedConditions conditions;
  private final Map<List<Object>, List<PlannedStep>> newRules;

  private PlanApplier(
      PlanContent plan, OpenJournal journal, WriteSender sender, ServerState target) {
    this.plan = plan;
    this.conditions = new PlannedConditions(plan);
    this.newRules = newRules(plan);
    this.journal = journal;
    this.sender = sender;
    this.runner = new StepRunner(sender, journal, false);
    this.target = target;
    this.listed = new ListedObjects(target);
  }

  /**
   * Checks that the server and the journal match the plan, and performs its steps.
   *
   * @throws MigrationFailure if the target was changed after the plan was made, or the journal
   *     belongs to another plan
   */
  public static List<StepResult> apply(
      PlanContent plan,
      OpenJournal journal,
      XrayClient xray,
      boolean continueOnFailure,
      ProgressReporter progress) {
    checkJournal(plan, journal);
    ServerState target = new ServerStateReader(xray, plan.project(), progress).read(plan.kinds());
    PlanApplier applier = new PlanApplier(plan, journal, new WriteSender(xray), target);
    applier.begin(xray);
    return applier.makeSteps(continueOnFailure, progress);
  }

  private static void checkJournal(PlanContent plan, OpenJournal journal) {
    if (!journal.isNew() && !journal.isOf(plan)) {
      throw new MigrationFailure(
          journal.file(),
          "it is the journal of another plan"
              + (journal.hasEnded() ? "" : ", some of whose steps are not done")
              + "; use another file",
          null);
    }
    if (!journal.undone().isEmpty()) {
      throw new MigrationFailure(
          journal.file(),
          "its migration was rolled back; make a new plan, and use another journal",
          null);
    }
  }

  private void begin(XrayClient xray) {
    if (journal.isNew()) {
      List<String> changes = new StaleSteps(target, listed).of(plan);
      if (!changes.isEmpty()) {
        int more = changes.size() - SHOWN;
        throw new MigrationFailure(
            MigrationException.Kind.SERVER_CHANGED,
            sender.redact("the server was changed after the plan was made: "
                + changes.stream().limit(SHOWN).collect(Collectors.joining("; "))
                + (more > 0 ? "; and " + more + " more" : "") + "; make a new plan"));
      }
      journal.begin(plan, xray.user(), version(xray));
    } else if (isUndone()) {
      throw new MigrationFailure(
          journal.file(),
          "it records finished steps, but somebody undid them on the server; use another journal"
              + " to run them again",
          null);
    }
  }

  /** The version of Xray for people who read the journal; a migration does not depend on it. */
  private static Optional<String> version(XrayClient xray) {
    try {
      return XrayVersion.of(xray);
    } catch (XrayException e) {
      return Optional.empty();
    }
  }

  /** Whether steps are done, and the server has nothing of what they did. */
  private boolean isUndone() {
    List<JournalStep> done =
        journal.steps().values().stream().filter(JournalStep::isDone).collect(Collectors.toList());
    return !done.isEmpty() && done.stream().allMatch(this::isAsBefore);
  }

  private boolean isAsBefore(JournalStep step) {
    ObjectWrite write = step.write();
    String id = write.action == PlanStep.Action.CREATE ? step.id() : write.id;
    return listed
        .find(write.key, id)
        .map(StoredObject::fingerprint)
        .equals(write.before.map(StoredObject::fingerprint));
  }

  private List<StepResult> makeSteps(boolean continueOnFailure, ProgressReporter progress) {
    StepLoop loop = new StepLoop(
        MigrationProgress.Phase.APPLY, journal, plan.steps().size(), continueOnFailure, progress);
    for (PlannedStep step : plan.steps()) {
      JournalStep recorded = journal.steps().get(step.number());
      if (recorded != null && recorded.isDone()) {
        loop.doneBefore(step.number(), step.action(), step.object(), recorded.differences());
      } else {
        loop.run(step.number(), step.action(), step.object(), () -> make(step, recorded));
      }
    }
    return loop.results();
  }

  private List<StepNote> make(PlannedStep step, @Nullable JournalStep recorded) {
    return sender.alone(
        step.object(),
        step.id(),
        () -> recorded == null
            ? runner.make(step.number(), fresh(step))
            : runner.resume(step.number(), recorded.write()));
  }

  /**
   * The write of a step that was not begun.
   *
   * @throws StepFailure if somebody changed the object after the plan was made
   */
  private ObjectWrite fresh(PlannedStep step) {
    ObjectNode body = step.body().map(this::resolved).orElse(null);
    if (step.action() != PlanStep.Action.CREATE) {
      Optional<StoredObject> now = sender.objects().find(step.object(), step.id());
      if (!now.map(StoredObject::fingerprint)
          .equals(step.before().map(StoredObject::fingerprint))) {
        throw stale(step, now.isPresent() ? "changed" : "deleted");
      }
      return new ObjectWrite(step.action(), step.object(), step.id(), body, now.get(), List.of());
    }
    ObjectWrite write =
        new ObjectWrite(step.action(), step.object(), "", body, null, known(step, body));
    boolean isRule =
        step.object().kind() == ObjectKind.IGNORE_RULES; // there may be any number of equal rules
    if (!isRule && !sender.objects().alike(step.object(), write.expected()).isEmpty()) {
      throw stale(step, "created");
    }
    return write;
  }

  private static StepFailure stale(PlannedStep step, String action) {
    return new StepFailure(
        StepNote.Kind.CHANGED_BY_OTHERS,
        "somebody " + action + " " + step.object() + " after the plan was made; make a new plan");
  }

  /**
   * The ids of ignore rules that could be mistaken for the new one: older ones, and those of
   * earlier steps.
   */
  private List<String> known(PlannedStep step, @Nullable ObjectNode body) {
    if (step.object().kind() != ObjectKind.IGNORE_RULES || body == null) {
      return List.of();
    }
    List<String> known = listed.alike(step.object(), body).stream()
        .map(StoredObject::id)
        .collect(Collectors.toCollection(ArrayList::new));
    for (PlannedStep other :
        newRules.getOrDefault(ListedObjects.likeness(step.object(), body), List.of())) {
      JournalStep made = journal.steps().get(other.number());
      if (made != null && made.isDone()) {
        known.add(made.id());
      }
    }
    return known;
  }

  private static Map<List<Object>, List<PlannedStep>> newRules(PlanContent plan) {
    return plan.steps().stream()
        .filter(step ->
            step.object().kind() == ObjectKind.IGNORE_RULES && step.body().isPresent())
        .collect(Collectors.groupingBy(step ->
            ListedObjects.likeness(step.object(), (ObjectNode) step.body().orElseThrow())));
  }

  /** The body with the id of the condition in place of the placeholder. */
  private ObjectNode resolved(JsonNode planned) {
    ObjectNode body = (ObjectNode) planned;
    if (body.has("condition_id")) {
      body.put("condition_id", conditions.id(body.get("condition_id"), journal, target));
    }
    return body;
  }
}
