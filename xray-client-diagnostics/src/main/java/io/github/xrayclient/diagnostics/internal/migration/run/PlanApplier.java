package io.github.xrayclient.diagnostics.internal.migration.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.xrayclient.XrayClient;
import io.github.xrayclient.diagnostics.internal.migration.content.MigrationFailure;
import io.github.xrayclient.diagnostics.internal.migration.content.StoredObject;
import io.github.xrayclient.diagnostics.internal.migration.plan.PlanContent;
import io.github.xrayclient.diagnostics.internal.migration.plan.PlannedStep;
import io.github.xrayclient.diagnostics.internal.migration.progress.ProgressReporter;
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
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Applies a plan from the beginning, or continues after an interruption. */
public final class PlanApplier {
  /** How many changes of others a message names. */
  private static final int SHOWN = 5;

  private final XrayClient xray;
  private final PlanContent plan;
  private final OpenJournal journal;
  private final WriteSender sender;
  private final StepRunner runner;
  private final ServerState target;
  private final ListedObjects listed;
  private final PlannedConditions conditions;
  private final PlannedWrites writes;

  private PlanApplier(XrayClient xray, PlanContent plan, OpenJournal journal, ServerState target) {
    this.xray = xray;
    this.plan = plan;
    this.conditions = new PlannedConditions(plan);
    this.journal = journal;
    this.sender = new WriteSender(xray);
    this.runner = new StepRunner(sender, journal, false);
    this.target = target;
    this.listed = new ListedObjects(target);
    this.writes = new PlannedWrites(plan, journal, listed);
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
    ServerState target =
        new ServerStateReader(xray, plan.project(), progress).withTwins().read(plan.kinds());
    PlanApplier applier = new PlanApplier(xray, plan, journal, target);
    applier.begin();
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

  private void begin() {
    StaleSteps stale = new StaleSteps(target, listed);
    if (journal.isNew()) {
      refuseIfAny(stale.of(plan));
      journal.begin(plan, xray.user(), version());
    } else if (isUndone()) {
      throw new MigrationFailure(
          journal.file(),
          "it records finished steps, but somebody undid them on the server; use another journal"
              + " to run them again",
          null);
    } else if (!isFinished()) {
      refuseIfAny(stale.ofUses(plan));
    }
  }

  private void refuseIfAny(List<String> changes) {
    if (!changes.isEmpty()) {
      int more = changes.size() - SHOWN;
      throw new MigrationFailure(
          MigrationException.Kind.SERVER_CHANGED,
          sender.redact("the server was changed after the plan was made: "
              + changes.stream().limit(SHOWN).collect(Collectors.joining("; "))
              + (more > 0 ? "; and " + more + " more" : "") + "; make a new plan"));
    }
  }

  private boolean isFinished() {
    return plan.steps().stream()
        .map(step -> journal.steps().get(step.number()))
        .allMatch(recorded -> recorded != null && recorded.isDone());
  }

  /** The version of Xray for people who read the journal; a migration does not depend on it. */
  private Optional<String> version() {
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
    resolveRuleTwins(loop);
    return loop.results();
  }

  /** Keeps each new ignore rule only once. Reads the rules again if this call created some. */
  private void resolveRuleTwins(StepLoop loop) {
    boolean isNew = loop.hasDone(ObjectKind.IGNORE_RULES, PlanStep.Action.CREATE);
    RuleTwins twins =
        new RuleTwins(plan, journal, runner, () -> isNew ? new ListedObjects(readRules()) : listed);
    for (PlannedStep step : twins.steps()) {
      loop.complete(step.number(), () -> twins.resolve(step));
    }
  }

  private ServerState readRules() {
    return new ServerStateReader(xray, plan.project(), ProgressReporter.none())
        .read(EnumSet.of(ObjectKind.IGNORE_RULES));
  }

  private StepLoop.Made make(PlannedStep step, @Nullable JournalStep recorded) {
    return sender.alone(
        step.object(),
        step.id(),
        () -> recorded == null ? begin(step) : StepLoop.Made.now(runner.resume(recorded)));
  }

  /**
   * Performs a step that was not begun, unless another apply of the plan performed it already. Then
   * it is recorded as done, so that a rollback undoes it as well.
   *
   * @throws StepFailure if somebody changed the object after the plan was made
   */
  private StepLoop.Made begin(PlannedStep step) {
    boolean isNewRule =
        step.object().kind() == ObjectKind.IGNORE_RULES && step.action() == PlanStep.Action.CREATE;
    ObjectWrite write = PlannedWrites.of(step, this::conditionId);
    WriteOutcome outcome = isNewRule
        ? WriteOutcome.ofUnsent(write.besides(writes.othersRules(step)), listed)
        : WriteOutcome.ofUnsent(write, sender.objects());
    switch (outcome.found) {
      case NOT_MADE:
        if (StaleSteps.otherWithNewName(step, sender.objects()).isPresent()) {
          throw stale(step, "created");
        }
        return StepLoop.Made.now(runner.make(step.number(), writes.sent(step, write, outcome.now)));
      case MADE:
        runner.adopt(step.number(), writes.sent(step, write, step.before()), outcome.now);
        return StepLoop.Made.BEFORE;
      default:
        String action = step.action() == PlanStep.Action.CREATE
            ? "created"
            : outcome.now.isPresent() ? "changed" : "deleted";
        throw stale(step, action);
    }
  }

  private static StepFailure stale(PlannedStep step, String action) {
    return new StepFailure(
        StepNote.Kind.CHANGED_BY_OTHERS,
        "somebody " + action + " " + step.object() + " after the plan was made; make a new plan");
  }

  /** The id of a condition in place of the placeholder for it. */
  private JsonNode conditionId(JsonNode planned) {
    return TextNode.valueOf(conditions.id(planned, journal, target));
  }
}
