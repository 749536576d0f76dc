package io.github.xrayclient.diagnostics.migration;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.curation.audit.DryRunReport;
import io.github.xrayclient.diagnostics.internal.migration.content.FileOperations;
import io.github.xrayclient.diagnostics.internal.migration.plan.PlanContent;
import io.github.xrayclient.diagnostics.internal.migration.plan.PlanFile;
import io.github.xrayclient.diagnostics.internal.migration.plan.PlanMarkdown;
import io.github.xrayclient.diagnostics.internal.migration.plan.PlanText;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The requests that make a server like a snapshot. A plan is for one server, and can only be
 * applied as long as nobody changes what the plan changes or needs. It can be written into a file,
 * reviewed, and applied later. Immutable; equal to another plan with the same content.
 *
 * <p>The file of a plan contains the JSON object that {@link #toJson} returns:
 *
 * <pre>{@code
 * { "schema": 1,
 *   "target": "https://acme.example",      // the platform that the plan is for
 *   "project": "dev",                      // absent for the whole server
 *   "kinds": [ "policies", "watches" ],    // the kinds that were read on the target
 *   "selection": { "only": [ "watches" ] },  // see Selection.toJson(); absent for everything
 *   "uses": [                              // objects that steps need and do not change
 *     { "object": { "kind": "conditions", "name": "young" },
 *       "neededBy": { "kind": "curation-policies", "name": "no-young" },
 *       "fingerprint": "9f2c…" } ],        // absent if the object only has to exist
 *   "skippedWaiverCount": 0,
 *   "notes": [
 *     { "kind": "REPOSITORY_NOT_INDEXED",  // a PlanNote.Kind
 *       "category": "WARNING",             // a PlanNote.Category
 *       "object": { "kind": "watches", "name": "libs", "project": "dev" },  // may be absent
 *       "subject": "libs-release",         // see PlanNote.subject()
 *       "text": "a sentence" } ],
 *   "dryRuns": [                           // only for a promotion
 *     { "object": { "kind": "curation-policies", "name": "no-young" },
 *       "report": {…} } ],                 // a DryRunReport: what the policy would have blocked
 *   "steps": [
 *     { "step": 1,
 *       "action": "UPDATE",                // CREATE, UPDATE or DELETE
 *       "object": { "kind": "policies", "name": "critical" },
 *       "neededBy": { "kind": "watches", "name": "libs" },  // absent for selected objects
 *       "usedBy": [ { "kind": "watches", "name": "libs" } ],  // absent if there are none
 *       "renamedFrom": "old name",         // only if a curation policy is renamed
 *       "lastChange": { "by": "ann", "at": "2026-01-02T09:00:00Z" },  // as far as it is known
 *       "changes": [ { "field": "rules[r].criteria.min_severity", "from": "High", "to": "Low" } ],
 *       "request": { "method": "PUT", "path": "/xray/api/v2/policies/critical", "body": {…} },
 *       "equalRules": [ "0a1f…" ],         // for a new ignore rule: ids of older ones like it
 *       "current": {…} } ],                // absent for CREATE: the object as it was on the target
 *   "checksum": "b01d…" }                  // SHA-256 of the other fields, without spaces
 * }</pre>
 *
 * In {@code from} and {@code to}, null stands for a value that is not set. A file that was changed
 * after it was written does not match its checksum and is refused, because only the plan that was
 * reviewed may be applied.
 */
public final class MigrationPlan {
  private final PlanContent content;

  MigrationPlan(PlanContent content) {
    this.content = content;
  }

  /**
   * Reads a plan from a file that {@link #write write(..)} wrote.
   *
   * @throws MigrationException if the file is missing, has more than 128 MiB, was changed after it
   *     was written, or was written by a newer version of the library
   */
  public static MigrationPlan read(Path file) {
    Objects.requireNonNull(file, "file");
    return Failures.translated(() -> new MigrationPlan(PlanFile.read(file)));
  }

  /**
   * Writes the plan into a file. A regular file is replaced as a whole or not at all. A symbolic
   * link, a pipe or a device is kept, and the plan is written into it.
   *
   * @throws MigrationException if the file cannot be written
   */
  public void write(Path file) {
    Objects.requireNonNull(file, "file");
    Failures.translated(() -> PlanFile.write(content, file, new FileOperations()));
  }

  /** The base URL of the platform for which the plan was made. */
  public String target() {
    return content.target();
  }

  /**
   * The key of the project on the target to which the plan is limited; empty for the whole server.
   */
  public Optional<String> projectKey() {
    return Optional.of(content.project()).filter(key -> !key.isEmpty());
  }

  /** What the plan covers: everything, or what the snapshot and the migration selected. */
  public Selection selection() {
    return content.selection();
  }

  /** The steps, in the order in which they are performed. */
  public List<PlanStep> steps() {
    return List.copyOf(content.steps());
  }

  /** Whether the plan has no steps. It may still have notes. */
  public boolean isEmpty() {
    return content.steps().isEmpty();
  }

  /**
   * All notes: the warnings, what was not checked, the skipped parts, what awaits promotion, and
   * the objects and waivers that are only on the target.
   */
  public List<PlanNote> notes() {
    return content.notes();
  }

  /**
   * The notes about steps that may fail or have another effect than expected, and about objects
   * that could not be compared.
   */
  public List<PlanNote> warnings() {
    return notes(PlanNote.Category.WARNING);
  }

  /**
   * The notes about what the steps need and the plan could not look up on the target: whether it
   * exists there is not known.
   */
  public List<PlanNote> notChecked() {
    return notes(PlanNote.Category.NOT_CHECKED);
  }

  /** The notes about parts of the snapshot that the plan does not copy to the target. */
  public List<PlanNote> skipped() {
    return notes(PlanNote.Category.SKIPPED);
  }

  /**
   * The notes about curation policies, rules and watches that block in the snapshot, but not on the
   * target until they are promoted; see {@link Migration#asDryRun}.
   */
  public List<PlanNote> awaitingPromotion() {
    return notes(PlanNote.Category.AWAITS_PROMOTION);
  }

  /** The notes about objects and waivers that only the target has. The plan keeps them. */
  public List<PlanNote> onlyOnTarget() {
    return notes(PlanNote.Category.ONLY_ON_TARGET);
  }

  /**
   * What each curation policy of a promotion would have blocked; empty for other plans, see {@link
   * Migration#planPromotion Migration.planPromotion(..)}.
   */
  public Map<ObjectKey, DryRunReport> dryRuns() {
    return content.dryRuns();
  }

  /**
   * The number of waivers that are not copied or not replaced, because they have fields that this
   * version of the library does not know. {@link #skipped} has a note about each.
   */
  public int skippedWaiverCount() {
    return content.skippedWaiverCount();
  }

  /** The plan as JSON, as it is written into a file. */
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
    return toJson().toString().hashCode();
  }

  /**
   * The plan as Markdown, for a comment on a pull request: the numbers of steps, each step with its
   * changes to be opened, and the notes. Text from servers is escaped.
   */
  public String toMarkdown() {
    return PlanMarkdown.of(content);
  }

  /**
   * The plan for people: a line with the numbers of steps, each step with what it creates, changes
   * or deletes, and the notes.
   */
  @Override
  public String toString() {
    return PlanText.of(content);
  }

  private List<PlanNote> notes(PlanNote.Category category) {
    return content.notes().stream()
        .filter(note -> note.category() == category)
        .collect(Collectors.toUnmodifiableList());
  }

  PlanContent content() {
    return content;
  }
}
