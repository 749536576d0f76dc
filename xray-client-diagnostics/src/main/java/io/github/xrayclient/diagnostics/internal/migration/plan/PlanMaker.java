package io.github.xrayclient.diagnostics.internal.migration.plan;

import io.github.xrayclient.XrayClient;
import io.github.xrayclient.diagnostics.internal.migration.content.ObjectKinds;
import io.github.xrayclient.diagnostics.internal.migration.content.ProgressReporter;
import io.github.xrayclient.diagnostics.internal.migration.content.SnapshotContent;
import io.github.xrayclient.diagnostics.internal.migration.content.StoredObject;
import io.github.xrayclient.diagnostics.internal.migration.server.ServerState;
import io.github.xrayclient.diagnostics.internal.migration.server.ServerStateReader;
import io.github.xrayclient.diagnostics.migration.MigrationProgress;
import io.github.xrayclient.diagnostics.migration.ObjectKey;
import io.github.xrayclient.diagnostics.migration.ObjectKind;
import io.github.xrayclient.diagnostics.migration.PlanNote;
import io.github.xrayclient.diagnostics.migration.PlanStep;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Makes a plan: maps the names in the snapshot, reads the target, compares the two and checks the
 * steps.
 */
public final class PlanMaker {
  private final XrayClient xray;
  private final String project;
  private final PlanOptions options;
  private final Instant now;
  private final ProgressReporter progress;
  private final PlanNotes notes;

  /**
   * @param project the target's project to which the plan is limited, or an empty string
   * @param now ignore rules that expired before this time are not created
   */
  public PlanMaker(
      XrayClient xray,
      String project,
      PlanOptions options,
      Instant now,
      ProgressReporter progress) {
    this.xray = xray;
    this.project = project;
    this.options = options;
    this.now = now;
    this.progress = progress;
    this.notes = new PlanNotes(xray::redact);
  }

  public PlanContent plan(SnapshotContent snapshot) {
    snapshot
        .notRead()
        .forEach((kind, reason) -> notes.add(
            PlanNote.Kind.NOT_IN_SNAPSHOT,
            kind.directory(),
            ObjectKinds.plural(kind)
                + " are not compared, because the snapshot does not contain them: "
                + reason.text()));
    SortedMap<ObjectKey, StoredObject> desired =
        DesiredState.of(snapshot, options, project, now, notes);
    boolean curation = project.isEmpty() && snapshot.kinds().contains(ObjectKind.CONDITIONS);
    ServerState target = target(curation, desired.keySet());
    progress.begins(MigrationProgress.Phase.COMPARE, desired.size());
    List<PlannedStep> steps = new Planner(desired, target, options, notes).steps();
    SortedMap<ObjectKey, StoredObject> changed = new TreeMap<>(desired);
    changed.keySet().retainAll(steps.stream().map(PlanStep::object).collect(Collectors.toSet()));
    progress.begins(MigrationProgress.Phase.CHECK, changed.size());
    new TargetChecks(xray, target, notes).check(changed, desired.keySet());
    return new PlanContent(
        xray.baseUrl().toString(),
        project,
        curation && target.notRead().isEmpty(),
        List.copyOf(UsedObject.of(steps, target)),
        steps,
        notes.all());
  }

  /** Reads the target. Curation may be missing there if the snapshot has no objects of it. */
  private ServerState target(boolean curation, Set<ObjectKey> desired) {
    boolean needed = desired.stream().anyMatch(key -> ObjectKinds.isOfCuration(key.kind()));
    ServerStateReader reader = new ServerStateReader(xray, project, progress);
    ServerState target = curation && !needed ? reader.read() : reader.read(curation);
    target
        .notRead()
        .forEach((kind, reason) -> notes.add(
            PlanNote.Kind.NOT_COMPARED,
            kind.directory(),
            ObjectKinds.plural(kind)
                + " are not compared, because they could not be read from the target: "
                + reason.text()));
    return target;
  }
}
