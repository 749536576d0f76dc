package io.github.xrayclient.diagnostics.internal.migration.plan;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.diagnostics.internal.migration.content.IgnoreRuleNames;
import io.github.xrayclient.diagnostics.internal.migration.content.SnapshotContent;
import io.github.xrayclient.diagnostics.migration.MigrationException;
import io.github.xrayclient.diagnostics.migration.ObjectKey;
import io.github.xrayclient.diagnostics.migration.ObjectKind;
import io.github.xrayclient.value.Timestamp;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;

/** A snapshot in the words of the target: mapped, of one project if need be, as dry run if asked. */
public final class DesiredState {
  private final PlanOptions options;
  private final String project;
  private final Instant now;
  private final PlanNotes remarks;
  private final IgnoreRuleNames rules = new IgnoreRuleNames();
  private final SortedMap<ObjectKey, ObjectNode> objects = new TreeMap<>();

  private DesiredState(PlanOptions options, String project, Instant now, PlanNotes remarks) {
    this.options = options;
    this.project = project;
    this.now = now;
    this.remarks = remarks;
  }

  /**
   * The content of each object that shall be there.
   *
   * @param project the target's project to which the plan is limited, or an empty text
   */
  public static SortedMap<ObjectKey, ObjectNode> of(
      SnapshotContent snapshot,
      PlanOptions options,
      String project,
      Instant now,
      PlanNotes remarks) {
    DesiredState wanted = new DesiredState(options, project, now, remarks);
    snapshot.objects().forEach(wanted::add);
    wanted.rules.named().forEach(rule -> wanted.put(rule.key(), rule.content()));
    return wanted.objects;
  }

  private void add(ObjectKey source, ObjectNode original) {
    ObjectKey key =
        source.inProject(source.projectKey().map(options.mapping::projectOf).orElse(""));
    if (!project.isEmpty() && !project.equals(key.projectKey().orElse(""))) {
      return;
    }
    ObjectNode content = options.mapping.applyTo(key.kind(), original);
    if (key.kind() == ObjectKind.CURATION_POLICIES && options.asDryRun) {
      content = content.deepCopy().put("policy_action", "dry_run");
    }
    if (key.kind() == ObjectKind.IGNORE_RULES) {
      addRule(key, content);
    } else if (key.kind() == ObjectKind.CONDITIONS) {
      String name = options.mapping.conditionOf(key.name());
      put(ObjectKey.of(key.kind(), name), content.deepCopy().put("name", name));
    } else {
      put(key, content);
    }
  }

  /** Its name is made from its content, which may have been mapped. */
  private void addRule(ObjectKey key, ObjectNode content) {
    String end = content.path("expires_at").asText();
    if (Timestamp.of(end).toInstant().filter(now::isAfter).isPresent()) {
      remarks.warn(key + " is not brought to the target, since it has expired at " + end);
    } else {
      rules.add(key.projectKey().orElse(""), content, content);
    }
  }

  private void put(ObjectKey key, ObjectNode content) {
    if (objects.put(key, content) != null) {
      throw new MigrationException(
          "the mapping makes one of two objects: " + key + "; map them apart");
    }
  }
}
