package io.github.xrayclient.diagnostics.internal.migration.planning;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.diagnostics.internal.migration.content.IgnoreRuleNames;
import io.github.xrayclient.diagnostics.internal.migration.content.MigrationFailure;
import io.github.xrayclient.diagnostics.internal.migration.content.ObjectKinds;
import io.github.xrayclient.diagnostics.internal.migration.content.SnapshotContent;
import io.github.xrayclient.diagnostics.internal.migration.content.StoredObject;
import io.github.xrayclient.diagnostics.internal.migration.mapping.ObjectRenaming;
import io.github.xrayclient.diagnostics.internal.migration.mapping.Renaming;
import io.github.xrayclient.diagnostics.internal.migration.selection.NeededObjects;
import io.github.xrayclient.diagnostics.migration.MigrationException;
import io.github.xrayclient.diagnostics.migration.ObjectKey;
import io.github.xrayclient.diagnostics.migration.ObjectKind;
import io.github.xrayclient.diagnostics.migration.PlanNote;
import io.github.xrayclient.diagnostics.migration.Selection;
import io.github.xrayclient.value.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The objects that the target should have: those of the snapshot, with the names of the target. A
 * plan can be limited to one project and to a selection.
 */
final class DesiredState {
  private final PlanOptions options;
  private final Selection selection;
  private final String project;
  private final Instant now;
  private final PlanNotes notes;
  private final Renaming renaming;
  private final IdentityHashMap<ObjectNode, ObjectRenaming> renamed = new IdentityHashMap<>();
  private final List<StoredObject> rules = new ArrayList<>();
  private boolean hasExpiredRules;
  private final SortedMap<ObjectKey, StoredObject> objects = new TreeMap<>();

  /** The contents of the selected objects, of which no two are the same tree. */
  private final Set<ObjectNode> selectedContents =
      Collections.newSetFromMap(new IdentityHashMap<>());

  private final SortedMap<ObjectKey, StoredObject> selected = new TreeMap<>();
  private final SortedMap<ObjectKey, ObjectKey> needed = new TreeMap<>();

  private DesiredState(
      SnapshotContent snapshot,
      PlanOptions options,
      Selection selection,
      String project,
      Instant now,
      PlanNotes notes) {
    this.options = options;
    this.selection = selection;
    this.project = project;
    this.now = now;
    this.notes = notes;
    this.renaming = new Renaming(
        options.mapping,
        options.mapping.isEmpty() ? List.of() : snapshot.objects().values());
  }

  /**
   * Translates a snapshot.
   *
   * @param selection selects objects by the names that they have in the snapshot
   * @param project the target's project to which the plan is limited, or an empty text
   */
  static DesiredState of(
      SnapshotContent snapshot,
      PlanOptions options,
      Selection selection,
      String project,
      Instant now,
      PlanNotes notes) {
    DesiredState desired = new DesiredState(snapshot, options, selection, project, now, notes);
    snapshot.objects().forEach(desired::add);
    desired.namedRules().forEach(desired::put);
    desired.needed.putAll(NeededObjects.beside(desired.selected.keySet(), desired.objects));
    desired.noteNames();
    return desired;
  }

  /** Adds notes on the mapping, or refuses names that it does not cover. */
  private void noteNames() {
    RenamingNotes names = new RenamingNotes(notes);
    Set<ObjectKey> used = new TreeSet<>(selected.keySet());
    used.addAll(needed.keySet());
    for (ObjectKey key : used) {
      ObjectRenaming object =
          renamed.get(Objects.requireNonNull(objects.get(key)).content());
      if (object != null) {
        names.add(key, object);
      }
    }
    names.finish(renaming, options.mapping.isStrict());
  }

  /** All objects of the snapshot, also those that are not selected. */
  SortedMap<ObjectKey, StoredObject> all() {
    return Collections.unmodifiableSortedMap(objects);
  }

  /** The selected objects. */
  SortedMap<ObjectKey, StoredObject> selected() {
    return Collections.unmodifiableSortedMap(selected);
  }

  /** The objects that are not selected but needed, each with one object that needs it. */
  SortedMap<ObjectKey, ObjectKey> needed() {
    return Collections.unmodifiableSortedMap(needed);
  }

  private void add(ObjectKey source, StoredObject original) {
    StoredObject desired = options.mapping.isEmpty() ? original : translated(source, original);
    ObjectKey key = desired.key();
    if (!project.isEmpty() && !project.equals(key.projectKey().orElse(""))) {
      return;
    }
    if (selection.includes(source)) {
      selectedContents.add(desired.content());
    }
    if (key.kind() == ObjectKind.IGNORE_RULES) {
      addRule(desired);
    } else {
      put(desired);
    }
  }

  /** The object with the names of the target. */
  private StoredObject translated(ObjectKey source, StoredObject original) {
    ObjectKey key = ObjectKinds.key(
        source.kind(),
        source.kind() == ObjectKind.CONDITIONS ? renaming.condition(source.name()) : source.name(),
        source.projectKey().map(renaming::project).orElse(""));
    ObjectNode content = original.content().deepCopy();
    ObjectRenaming names = ObjectRenaming.of(renaming, source, content);
    if (key.kind() == ObjectKind.CONDITIONS) {
      content.put("name", key.name());
    }
    StoredObject object = StoredObject.of(key, content).inFiles(original.files().orElse(null));
    renamed.put(object.content(), names);
    return object;
  }

  /** Adds a rule unless it has expired. */
  private void addRule(StoredObject rule) {
    String end = rule.content().path("expires_at").asText();
    boolean isExpired = Timestamp.of(end).toInstant().filter(now::isAfter).isPresent();
    hasExpiredRules |= isExpired;
    if (isExpired && isSelected(rule)) {
      notes.add(
          PlanNote.Kind.IGNORE_RULE_EXPIRED,
          rule.key(),
          rule.key() + " is not created, because it expired at " + end);
    } else if (!isExpired) {
      rules.add(rule);
    }
  }

  /**
   * The rules with names that are made from their contents, which the mapping may have changed.
   * Equal rules are numbered, so an expired one may have the number of another one.
   */
  private List<StoredObject> namedRules() {
    if (options.mapping.isEmpty() && !hasExpiredRules) {
      return rules;
    }
    IgnoreRuleNames names = new IgnoreRuleNames();
    rules.forEach(names::add);
    return names.named();
  }

  private void put(StoredObject object) {
    StoredObject other = objects.putIfAbsent(object.key(), object);
    if (other == null && isSelected(object)) {
      selected.put(object.key(), object);
    }
    if (other != null && (isSelected(other) || isSelected(object))) {
      throw new MigrationFailure(
          MigrationException.Kind.NAME_NOT_UNIQUE,
          "the mapping gives two objects the same name: " + object.key() + "; map them to different"
              + " names");
    }
  }

  private boolean isSelected(StoredObject object) {
    return selectedContents.contains(object.content());
  }
}
