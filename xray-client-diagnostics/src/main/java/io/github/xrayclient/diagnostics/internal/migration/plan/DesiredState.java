package io.github.xrayclient.diagnostics.internal.migration.plan;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.diagnostics.internal.migration.content.IgnoreRuleNames;
import io.github.xrayclient.diagnostics.internal.migration.content.MigrationFailure;
import io.github.xrayclient.diagnostics.internal.migration.content.ObjectKinds;
import io.github.xrayclient.diagnostics.internal.migration.content.SnapshotContent;
import io.github.xrayclient.diagnostics.internal.migration.content.StoredObject;
import io.github.xrayclient.diagnostics.migration.MigrationException;
import io.github.xrayclient.diagnostics.migration.ObjectKey;
import io.github.xrayclient.diagnostics.migration.ObjectKind;
import io.github.xrayclient.diagnostics.migration.PlanNote;
import io.github.xrayclient.value.Timestamp;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The objects that the target should have: those of the snapshot, with the names of the target. A
 * plan can be limited to one project, and can turn curation policies into dry runs.
 */
final class DesiredState {
  private final PlanOptions options;
  private final String project;
  private final Instant now;
  private final PlanNotes notes;
  private final IgnoreRuleNames rules = new IgnoreRuleNames();
  private final SortedMap<ObjectKey, StoredObject> objects = new TreeMap<>();

  private DesiredState(PlanOptions options, String project, Instant now, PlanNotes notes) {
    this.options = options;
    this.project = project;
    this.now = now;
    this.notes = notes;
  }

  /**
   * The objects that the target should have.
   *
   * @param project the target's project to which the plan is limited, or an empty text
   */
  static SortedMap<ObjectKey, StoredObject> of(
      SnapshotContent snapshot, PlanOptions options, String project, Instant now, PlanNotes notes) {
    DesiredState desired = new DesiredState(options, project, now, notes);
    snapshot.objects().forEach(desired::add);
    desired.rules.named().forEach(desired::put);
    return desired.objects;
  }

  private void add(ObjectKey source, StoredObject original) {
    ObjectKey key = ObjectKinds.key(
        source.kind(),
        source.name(),
        source.projectKey().map(options.mapping::projectOf).orElse(""));
    if (!project.isEmpty() && !project.equals(key.projectKey().orElse(""))) {
      return;
    }
    if (key.kind() == ObjectKind.CONDITIONS) {
      key = ObjectKey.of(key.kind(), options.mapping.conditionOf(key.name()));
    }
    StoredObject desired = translated(key, original);
    if (key.kind() == ObjectKind.IGNORE_RULES) {
      addRule(desired);
    } else {
      put(desired);
    }
  }

  /** The object with the names of the target. */
  private StoredObject translated(ObjectKey key, StoredObject original) {
    boolean dryRun = options.asDryRun && key.kind() == ObjectKind.CURATION_POLICIES;
    if (options.mapping.isEmpty() && !dryRun) {
      return original.withKey(key);
    }
    ObjectNode content = original.content().deepCopy();
    options.mapping.rename(content);
    if (dryRun) {
      content.put("policy_action", "dry_run");
    }
    if (key.kind() == ObjectKind.CONDITIONS) {
      content.put("name", key.name());
    }
    return StoredObject.of(key, content);
  }

  /** Adds a rule. Its name is made from its content, which the mapping may have changed. */
  private void addRule(StoredObject rule) {
    String end = rule.content().path("expires_at").asText();
    if (Timestamp.of(end).toInstant().filter(now::isAfter).isPresent()) {
      notes.add(
          PlanNote.Kind.IGNORE_RULE_EXPIRED,
          rule.key(),
          rule.key() + " is not created, because it expired at " + end);
    } else {
      rules.add(rule);
    }
  }

  private void put(StoredObject object) {
    if (objects.put(object.key(), object) != null) {
      throw new MigrationFailure(
          MigrationException.Kind.NAME_NOT_UNIQUE,
          "the mapping gives two objects the same name: " + object.key() + "; map them to different"
              + " names");
    }
  }
}
