package io.github.xrayclient.diagnostics.internal.migration.plan;

import io.github.xrayclient.diagnostics.migration.PlanNote;
import java.util.List;

/** What a plan holds: its steps, the server for which it was made, and what its reader must know. */
public final class PlanContent {
  private final String target;
  private final String project;
  private final boolean curation;
  private final String fingerprint;
  private final List<PlannedStep> steps;
  private final List<PlanNote> notes;

  /**
   * @param project empty for the whole server
   * @param curation whether the target's Curation was read for it
   */
  public PlanContent(
      String target,
      String project,
      boolean curation,
      String fingerprint,
      List<PlannedStep> steps,
      List<PlanNote> notes) {
    this.target = target;
    this.project = project;
    this.curation = curation;
    this.fingerprint = fingerprint;
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

  /** The fingerprint of what the target held when the plan was made. */
  public String fingerprint() {
    return fingerprint;
  }

  public List<PlannedStep> steps() {
    return steps;
  }

  public List<PlanNote> notes() {
    return notes;
  }

  /** How many waivers the target does not get, because they have unknown fields. */
  public int skippedWaiverCount() {
    return (int) notes.stream()
        .filter(note -> note.kind() == PlanNote.Kind.WAIVER_WITH_UNKNOWN_FIELDS)
        .count();
  }
}
