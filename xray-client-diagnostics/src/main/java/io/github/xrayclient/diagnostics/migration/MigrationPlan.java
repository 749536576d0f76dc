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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The requests that bring a server from what it holds to what a snapshot says, for one server in one
 * state. It can be written into a file, read by people and programs, and applied later. Immutable;
 * equal to another plan with the same content.
 *
 * <p>The file of a plan is a JSON object, the same as {@link #toJson}:
 *
 * <pre>{@code
 * { "schema": 1,
 *   "target": "https://acme.example",      // the platform that the plan is for
 *   "project": "dev",                      // absent for the whole server
 *   "curation": true,                      // whether conditions and curation policies are compared
 *   "fingerprint": "9f2c…",                // of what the target held
 *   "skippedWaiverCount": 0,
 *   "notes": [
 *     { "kind": "REPOSITORY_NOT_INDEXED",  // a PlanNote.Kind
 *       "category": "WARNING",             // a PlanNote.Category
 *       "object": { "kind": "watches", "name": "libs", "project": "dev" },  // absent if about none
 *       "subject": "libs-release",         // absent if the kind says it all, see PlanNote.subject()
 *       "text": "a sentence" } ],
 *   "steps": [
 *     { "step": 1,
 *       "action": "UPDATE",                // CREATE, UPDATE or DELETE
 *       "object": { "kind": "policies", "name": "critical" },
 *       "changes": [ { "field": "rules[r].criteria.min_severity", "from": "High", "to": "Low" } ],
 *       "request": { "method": "PUT", "path": "/xray/api/v2/policies/critical", "body": {…} },
 *       "id": "critical",                  // absent for CREATE: what the server calls the object
 *       "before": "77ab…" } ],             // absent for CREATE: the fingerprint of the object
 *   "checksum": "b01d…" }                  // SHA-256 of all before it, written without spaces
 * }</pre>
 *
 * Null in {@code from} and {@code to} stands for a value that is not set. A file whose content does not fit
 * its checksum is refused, since what is applied must be what was reviewed.
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
    return Failures.translated(() -> new MigrationPlan(PlanFile.read(file)));
  }

  /**
   * Writes the plan into a file. A new or regular file is replaced as a whole or not at all; a
   * symbolic link, a pipe or a device is written into and stays what it is.
   *
   * @throws MigrationException if it cannot be written
   */
  public void write(Path file) {
    Failures.translated(() -> PlanFile.write(content, file, new Disk()));
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

  /** Everything that the reader of the plan should know beside its steps. */
  public List<PlanNote> notes() {
    return content.notes();
  }

  /** What may make a step fail or have another effect, and what was not compared or looked up. */
  public List<PlanNote> warnings() {
    return notes(PlanNote.Category.WARNING);
  }

  /** What the snapshot has and the plan does not bring to the target. */
  public List<PlanNote> skipped() {
    return notes(PlanNote.Category.SKIPPED);
  }

  /** Objects and waivers that only the target has and that the plan keeps. */
  public List<PlanNote> onlyOnTarget() {
    return notes(PlanNote.Category.ONLY_ON_TARGET);
  }

  /**
   * The number of waivers that the target does not get, because they have fields that this version
   * of the library does not know and cannot copy. {@link #skipped} names each.
   */
  public int skippedWaiverCount() {
    return content.skippedWaiverCount();
  }

  /** The plan as it is written into a file. */
  public ObjectNode toJson() {
    return PlanFile.json(content);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof MigrationPlan
        && toJson().toString().equals(((MigrationPlan) other).toJson().toString());
  }

  @Override
  public int hashCode() {
    return content.fingerprint().hashCode();
  }

  /** The steps and notes for people, without the bodies of requests. */
  @Override
  public String toString() {
    int size = content.steps().size();
    int waivers = content.skippedWaiverCount();
    TextLines text = new TextLines();
    text.line("Plan for " + content.target() + ": " + (size == 0 ? "no" : size)
        + (size == 1 ? " step" : " steps")
        + (waivers == 0 ? "" : ", " + Waivers.count(waivers) + " skipped"));
    for (PlanStep step : content.steps()) {
      text.line("  " + step.number() + ". " + step);
      step.changes().forEach(change -> text.line("       " + change));
    }
    return text.list("Warnings", texts(warnings()))
        .list("Skipped", texts(skipped()))
        .list("Only on the target, and kept", texts(onlyOnTarget()))
        .toString();
  }

  private List<PlanNote> notes(PlanNote.Category category) {
    return content.notes().stream()
        .filter(note -> note.category() == category)
        .collect(Collectors.toUnmodifiableList());
  }

  private static List<String> texts(List<PlanNote> notes) {
    return notes.stream().map(PlanNote::text).collect(Collectors.toList());
  }

  PlanContent content() {
    return content;
  }
}
