package io.github.xrayclient.diagnostics.internal.migration.planning;

import io.github.xrayclient.XrayClient;
import io.github.xrayclient.diagnostics.internal.migration.check.ContentCheck;
import io.github.xrayclient.diagnostics.internal.migration.content.ObjectKinds;
import io.github.xrayclient.diagnostics.internal.migration.content.SnapshotContent;
import io.github.xrayclient.diagnostics.internal.migration.content.StoredObject;
import io.github.xrayclient.diagnostics.internal.migration.plan.PlanContent;
import io.github.xrayclient.diagnostics.internal.migration.plan.PlannedStep;
import io.github.xrayclient.diagnostics.internal.migration.plan.UsedObjects;
import io.github.xrayclient.diagnostics.internal.migration.progress.ProgressReporter;
import io.github.xrayclient.diagnostics.internal.migration.selection.NeededObjects;
import io.github.xrayclient.diagnostics.internal.migration.selection.SelectedContent;
import io.github.xrayclient.diagnostics.internal.migration.selection.SelectionCheck;
import io.github.xrayclient.diagnostics.internal.migration.server.ServerState;
import io.github.xrayclient.diagnostics.internal.migration.server.ServerStateReader;
import io.github.xrayclient.diagnostics.migration.MigrationProgress;
import io.github.xrayclient.diagnostics.migration.ObjectKey;
import io.github.xrayclient.diagnostics.migration.ObjectKind;
import io.github.xrayclient.diagnostics.migration.PlanNote;
import io.github.xrayclient.diagnostics.migration.Selection;
import io.github.xrayclient.internal.remedy.RemediableArgumentException;
import io.github.xrayclient.remedy.Remedy;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;

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
  private boolean isToBeApplied = true;

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

  /**
   * Neither looks up what the steps need nor refuses what servers would refuse, for a plan that
   * nobody will apply.
   */
  public PlanMaker onlyToCompare() {
    isToBeApplied = false;
    return this;
  }

  /** The objects of a snapshot with the names of the target. */
  public static SortedMap<ObjectKey, StoredObject> desired(
      XrayClient xray, SnapshotContent snapshot, String project, PlanOptions options, Instant now) {
    return DesiredState.of(
            snapshot, options, Selection.all(), project, now, new PlanNotes(xray::redact))
        .all();
  }

  /**
   * Makes the plan.
   *
   * @throws IllegalArgumentException if waivers are to be as in the snapshot, but it has none
   */
  public PlanContent plan(SnapshotContent snapshot) {
    PlanOptions effective = effective(snapshot);
    Selection selection = options.selection.within(snapshot.selection());
    Set<ObjectKind> compared = new TreeSet<>(snapshot.kinds());
    compared.retainAll(selection.kinds());
    if (isToBeApplied && !options.unchecked) {
      ContentCheck.refuse(
          SelectedContent.of(snapshot, options.selection).objects().values());
    }
    noteMissing(snapshot, selection);
    DesiredState desired = DesiredState.of(snapshot, options, selection, project, now, notes);
    Set<ObjectKind> kinds = TargetKinds.of(desired, compared, options);
    if (!project.isEmpty()) {
      kinds.removeIf(ObjectKinds::isOfCuration);
    }
    ServerState target = target(kinds, desired, compared);
    checkSelection(selection, snapshot, target);
    PlanScope scope = new PlanScope(desired, target, selection, compared);
    progress.begins(MigrationProgress.Phase.COMPARE, scope.desired().size());
    Planner planner = new Planner(scope, target, effective, isToBeApplied, notes);
    List<PlannedStep> steps = planner.steps();
    if (isToBeApplied) {
      SortedMap<ObjectKey, StoredObject> changed = planner.changed();
      progress.begins(MigrationProgress.Phase.CHECK, changed.size());
      new TargetChecks(xray, target, notes).check(changed, scope.desired().keySet());
    }
    kinds.removeAll(target.notRead().keySet());
    return new PlanContent(
        xray.baseUrl().toString(),
        project,
        kinds,
        selection,
        new UsedObjects(target).of(steps, options.asDryRun),
        steps,
        notes.all());
  }

  /** The options for this snapshot. If it has no waivers, those of the target are left alone. */
  private PlanOptions effective(SnapshotContent snapshot) {
    if (snapshot.includesWaivers()) {
      return options;
    }
    if (options.waivers == WaiverComparison.EXACT) {
      throw new RemediableArgumentException(
          "exact waivers would delete all waivers of the target, because the snapshot was exported"
              + " without waivers",
          Remedy.of(
              Remedy.Kind.KEEP_WAIVERS, "plan without exactWaivers(), or export with waivers"));
    }
    return options.waivers(WaiverComparison.IGNORE);
  }

  /** Adds notes on selected kinds that could not be read, and on objects without a use. */
  private void noteMissing(SnapshotContent snapshot, Selection selection) {
    snapshot.notRead().forEach((kind, reason) -> {
      if (selection.kinds().contains(kind)) {
        notes.add(
            PlanNote.Kind.NOT_IN_SNAPSHOT,
            kind.directory(),
            ObjectKinds.plural(kind)
                + " are not compared, because the snapshot does not contain them: "
                + reason.text());
      }
    });
    Set<ObjectKey> own =
        SelectedContent.selected(snapshot.objects(), snapshot.selection()).keySet();
    if (own.size() == snapshot.objects().size()) {
      return;
    }
    Set<ObjectKey> unused = new TreeSet<>(snapshot.objects().keySet());
    unused.removeAll(own);
    unused.removeAll(NeededObjects.beside(own, snapshot.objects()).keySet());
    unused.forEach(key -> notes.add(
        PlanNote.Kind.NOT_SELECTED,
        key,
        key + " is not compared, because the selection of the snapshot (" + snapshot.selection()
            + ") does not include it, and no selected object needs it; change the field selection"
            + " of manifest.json, or delete the file of the object"));
  }

  private void checkSelection(Selection selection, SnapshotContent snapshot, ServerState target) {
    boolean isInSnapshot = snapshot.objects().keySet().stream().anyMatch(selection::includes);
    if (!options.selection.isAll() && !isInSnapshot) {
      Set<ObjectKey> existing = new TreeSet<>(snapshot.objects().keySet());
      existing.addAll(target.objects().keySet());
      SelectionCheck.check(
          selection, "the snapshot and of " + xray.baseUrl(), existing, target.notRead());
    }
  }

  /** Reads the target. Curation may be missing there if the snapshot has no objects of it. */
  private ServerState target(
      Set<ObjectKind> kinds, DesiredState desired, Set<ObjectKind> compared) {
    boolean needed =
        desired.selected().keySet().stream().anyMatch(key -> ObjectKinds.isOfCuration(key.kind()));
    ServerStateReader reader =
        new ServerStateReader(xray, project, progress).sharing(desired.all());
    ServerState target = needed ? reader.read(kinds) : reader.readWhatIsThere(kinds);
    target.notRead().forEach((kind, reason) -> {
      if (compared.contains(kind)) {
        notes.add(
            PlanNote.Kind.NOT_COMPARED,
            kind.directory(),
            ObjectKinds.plural(kind)
                + " are not compared, because they could not be read from the target: "
                + reason.text());
      }
    });
    return target;
  }
}
