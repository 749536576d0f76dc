package io.github.xrayclient.diagnostics.internal.migration.plan;

import java.util.List;

/** What a plan holds: its steps, the server for which it was made, and what its reader must know. */
public final class PlanContent {
  private final String target;
  private final String project;
  private final boolean curation;
  private final String fingerprint;
  private final List<PlannedStep> steps;
  private final List<String> warnings;
  private final List<String> leftOut;
  private final List<String> extras;
  private final int waiversLeftOut;

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
      PlanNotes notes) {
    this.target = target;
    this.project = project;
    this.curation = curation;
    this.fingerprint = fingerprint;
    this.steps = List.copyOf(steps);
    this.warnings = List.copyOf(notes.warnings());
    this.leftOut = List.copyOf(notes.leftOut());
    this.extras = List.copyOf(notes.extras());
    this.waiversLeftOut = notes.waiversLeftOut();
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

  public List<String> warnings() {
    return warnings;
  }

  public List<String> leftOut() {
    return leftOut;
  }

  public List<String> extras() {
    return extras;
  }

  public int waiversLeftOut() {
    return waiversLeftOut;
  }
}
