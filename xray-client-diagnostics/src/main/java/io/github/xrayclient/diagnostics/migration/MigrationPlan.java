package io.github.xrayclient.diagnostics.migration;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The requests that bring a server from what it holds to what a snapshot says, for one server in one
 * state. It can be written into a file, read by people, and applied later. Immutable.
 */
public final class MigrationPlan {
  private final String target;
  private final String project;
  private final boolean curation;
  private final String fingerprint;
  private final List<PlanStep> steps;
  private final List<String> warnings;
  private final List<String> leftOut;
  private final List<String> extras;
  private final int waiversLeftOut;

  MigrationPlan(
      String target,
      String project,
      boolean curation,
      String fingerprint,
      List<PlanStep> steps,
      Remarks remarks) {
    this.target = Objects.requireNonNull(target, "target");
    this.project = Objects.requireNonNull(project, "project");
    this.curation = curation;
    this.fingerprint = Objects.requireNonNull(fingerprint, "fingerprint");
    this.steps = List.copyOf(steps);
    this.warnings = List.copyOf(remarks.warnings());
    this.leftOut = List.copyOf(remarks.leftOut());
    this.extras = List.copyOf(remarks.extras());
    this.waiversLeftOut = remarks.waiversLeftOut();
  }

  /**
   * The plan in a file.
   *
   * @throws MigrationException if the file cannot be used, or was changed since it was written
   */
  public static MigrationPlan read(Path file) {
    return PlanFile.read(file);
  }

  /**
   * Writes the plan into a file. A new or regular file is replaced as a whole or not at all; a
   * symbolic link, a pipe or a device is written into and stays what it is.
   *
   * @throws MigrationException if it cannot be written
   */
  public void write(Path file) {
    PlanFile.write(this, file, new Disk());
  }

  /** The address of the platform for which the plan was made. */
  public String target() {
    return target;
  }

  /** The project on the target to which it is limited. */
  public Optional<String> projectKey() {
    return project.isEmpty() ? Optional.empty() : Optional.of(project);
  }

  /** What is done, in this order. */
  public List<PlanStep> steps() {
    return steps;
  }

  /** Whether there is nothing to do. */
  public boolean isEmpty() {
    return steps.isEmpty();
  }

  /** What may make a step fail, or was not looked up or not compared. */
  public List<String> warnings() {
    return warnings;
  }

  /** What differs in the snapshot and the target will not get. */
  public List<String> leftOut() {
    return leftOut;
  }

  /**
   * The number of waivers that the target does not get, because they have fields that this version
   * of the library does not know and cannot copy. {@link #warnings} names them for each policy.
   */
  public int waiversLeftOut() {
    return waiversLeftOut;
  }

  /** Objects and waivers that only the target has and that stay. */
  public List<String> extras() {
    return extras;
  }

  /** The plan as it is written into a file. */
  public ObjectNode toJson() {
    return PlanFile.json(this);
  }

  /** The steps for people, without bodies. */
  @Override
  public String toString() {
    TextLines text = new TextLines();
    text.line("Plan for " + target + ": " + (isEmpty() ? "no" : steps.size())
        + (steps.size() == 1 ? " step" : " steps")
        + (waiversLeftOut == 0 ? "" : ", " + Waivers.count(waiversLeftOut) + " left out"));
    for (PlanStep step : steps) {
      text.line("  " + step.number() + ". " + step);
      step.changes().forEach(change -> text.line("       " + change));
    }
    return text.list("Warnings", warnings)
        .list("Left out", leftOut)
        .list("Only on the target, and kept", extras)
        .toString();
  }

  /** Whether the target's Curation was read for it. */
  boolean curation() {
    return curation;
  }

  String fingerprint() {
    return fingerprint;
  }

  /** A hash that is equal for equal plans. */
  String hash() {
    return Canonical.hash(toJson().toString());
  }
}
