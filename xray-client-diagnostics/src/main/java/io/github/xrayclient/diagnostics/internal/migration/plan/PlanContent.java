package io.github.xrayclient.diagnostics.internal.migration.plan;

import io.github.xrayclient.diagnostics.migration.PlanNote;
import java.util.List;

/** The steps and notes of a plan, and the server for which it was made. */
public final class PlanContent {
  private final String target;
  private final String project;
  private final boolean curation;
  private final List<UsedObject> uses;
  private final List<PlannedStep> steps;
  private final List<PlanNote> notes;

  /**
   * @param project empty for the whole server
   * @param curation whether Curation was read on the target
   */
  public PlanContent(
      String target,
      String project,
      boolean curation,
      List<UsedObject> uses,
      List<PlannedStep> steps,
      List<PlanNote> notes) {
    this.target = target;
    this.project = project;
    this.curation = curation;
    this.uses = List.copyOf(uses);
    this.steps = List.copyOf(steps);
    this.notes = List.copyOf(notes);
  }

  public String target() {
    return target;
  }

  public String project() {
    return project;
  }

  public boolean curation() {
    return curation;
  }

  /** The objects of the target that the steps need and do not change. */
  public List<UsedObject> uses() {
    return uses;
  }

  public List<PlannedStep> steps() {
    return steps;
  }

  public List<PlanNote> notes() {
    return notes;
  }

  /** The number of waivers that are skipped because they have unknown fields. */
  public int skippedWaiverCount() {
    return (int) notes.stream()
        .filter(note -> note.kind() == PlanNote.Kind.WAIVER_WITH_UNKNOWN_FIELDS)
        .count();
  }
}
