package io.github.xrayclient.diagnostics.migration;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.diagnostics.internal.migration.content.Disk;
import io.github.xrayclient.diagnostics.internal.migration.content.TextLines;
import io.github.xrayclient.diagnostics.internal.migration.content.Waivers;
import io.github.xrayclient.diagnostics.internal.migration.plan.PlanContent;
import io.github.xrayclient.diagnostics.internal.migration.plan.PlanFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The requests that bring a server from what it holds to what a snapshot says, for one server in one
 * state. It can be written into a file, read by people, and applied later. Immutable.
 */
public final class MigrationPlan {
  private final PlanContent content;

  MigrationPlan(PlanContent content) {
    this.content = content;
  }

  /**
   * The plan in a file.
   *
   * @throws MigrationException if the file cannot be used, or was changed since it was written
   */
  public static MigrationPlan read(Path file) {
    return new MigrationPlan(PlanFile.read(file));
  }

  /**
   * Writes the plan into a file. A new or regular file is replaced as a whole or not at all; a
   * symbolic link, a pipe or a device is written into and stays what it is.
   *
   * @throws MigrationException if it cannot be written
   */
  public void write(Path file) {
    PlanFile.write(content, file, new Disk());
  }

  /** The address of the platform for which the plan was made. */
  public String target() {
    return content.target();
  }

  /** The project on the target to which it is limited. */
  public Optional<String> projectKey() {
    return Optional.of(content.project()).filter(key -> !key.isEmpty());
  }

  /** What is done, in this order. */
  public List<PlanStep> steps() {
    return List.copyOf(content.steps());
  }

  /** Whether there is nothing to do. */
  public boolean isEmpty() {
    return content.steps().isEmpty();
  }

  /** What may make a step fail, or was not looked up or not compared. */
  public List<String> warnings() {
    return content.warnings();
  }

  /** What differs in the snapshot and the target will not get. */
  public List<String> leftOut() {
    return content.leftOut();
  }

  /**
   * The number of waivers that the target does not get, because they have fields that this version
   * of the library does not know and cannot copy. {@link #warnings} names them for each policy.
   */
  public int waiversLeftOut() {
    return content.waiversLeftOut();
  }

  /** Objects and waivers that only the target has and that stay. */
  public List<String> extras() {
    return content.extras();
  }

  /** The plan as it is written into a file. */
  public ObjectNode toJson() {
    return PlanFile.json(content);
  }

  /** The steps for people, without bodies. */
  @Override
  public String toString() {
    int size = content.steps().size();
    int waivers = content.waiversLeftOut();
    TextLines text = new TextLines();
    text.line("Plan for " + content.target() + ": " + (size == 0 ? "no" : size)
        + (size == 1 ? " step" : " steps")
        + (waivers == 0 ? "" : ", " + Waivers.count(waivers) + " left out"));
    for (PlanStep step : content.steps()) {
      text.line("  " + step.number() + ". " + step);
      step.changes().forEach(change -> text.line("       " + change));
    }
    return text.list("Warnings", content.warnings())
        .list("Left out", content.leftOut())
        .list("Only on the target, and kept", content.extras())
        .toString();
  }

  PlanContent content() {
    return content;
  }
}
