package io.github.xrayclient.diagnostics.internal.migration.plan;

import io.github.xrayclient.curation.audit.DryRunReport;
import io.github.xrayclient.diagnostics.migration.ObjectKey;
import io.github.xrayclient.diagnostics.migration.ObjectKind;
import io.github.xrayclient.diagnostics.migration.PlanNote;
import io.github.xrayclient.diagnostics.migration.Selection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** The steps and notes of a plan, and the server for which it was made. */
public final class PlanContent {
  private final String target;
  private final String project;
  private final Set<ObjectKind> kinds;
  private final Selection selection;
  private final List<UsedObject> uses;
  private final List<PlannedStep> steps;
  private final List<PlanNote> notes;
  private final SortedMap<ObjectKey, DryRunReport> dryRuns;

  /**
   * @param project empty for the whole server
   * @param kinds the kinds that were read on the target
   */
  public PlanContent(
      String target,
      String project,
      Set<ObjectKind> kinds,
      Selection selection,
      List<UsedObject> uses,
      List<PlannedStep> steps,
      List<PlanNote> notes) {
    this(target, project, kinds, selection, uses, steps, notes, new TreeMap<>());
  }

  private PlanContent(
      String target,
      String project,
      Set<ObjectKind> kinds,
      Selection selection,
      List<UsedObject> uses,
      List<PlannedStep> steps,
      List<PlanNote> notes,
      SortedMap<ObjectKey, DryRunReport> dryRuns) {
    this.target = target;
    this.project = project;
    this.kinds = Collections.unmodifiableSet(new TreeSet<>(kinds));
    this.selection = selection;
    this.uses = List.copyOf(uses);
    this.steps = List.copyOf(steps);
    this.notes = List.copyOf(notes);
    this.dryRuns = Collections.unmodifiableSortedMap(dryRuns);
  }

  /** A copy with what each curation policy of a promotion would have blocked. */
  public PlanContent withDryRuns(SortedMap<ObjectKey, DryRunReport> reports) {
    return new PlanContent(
        target, project, kinds, selection, uses, steps, notes, new TreeMap<>(reports));
  }

  public String target() {
    return target;
  }

  public String project() {
    return project;
  }

  /** The kinds that were read on the target. */
  public Set<ObjectKind> kinds() {
    return kinds;
  }

  /** Whether kinds of Curation were read on the target. */
  public boolean curation() {
    return kinds.contains(ObjectKind.CONDITIONS);
  }

  /** What the plan covers. */
  public Selection selection() {
    return selection;
  }

  /** The objects on which the steps depend. */
  public List<UsedObject> uses() {
    return uses;
  }

  public List<PlannedStep> steps() {
    return steps;
  }

  public List<PlanNote> notes() {
    return notes;
  }

  /** What each curation policy of a promotion would have blocked. */
  public SortedMap<ObjectKey, DryRunReport> dryRuns() {
    return dryRuns;
  }

  /** The number of waivers that are skipped because they have unknown fields. */
  public int skippedWaiverCount() {
    return (int) notes.stream()
        .filter(note -> note.kind() == PlanNote.Kind.WAIVER_WITH_UNKNOWN_FIELDS)
        .count();
  }
}
