package io.github.xrayclient.diagnostics.internal.migration.planning;

import io.github.xrayclient.diagnostics.internal.migration.content.MigrationFailure;
import io.github.xrayclient.diagnostics.internal.migration.content.SnapshotContent;
import io.github.xrayclient.diagnostics.internal.migration.content.StoredObject;
import io.github.xrayclient.diagnostics.internal.migration.mapping.NameMapping;
import io.github.xrayclient.diagnostics.migration.ObjectKey;
import io.github.xrayclient.diagnostics.migration.PlanNote;
import io.github.xrayclient.diagnostics.migration.Selection;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** The selected objects of a snapshot with the names of another server, and notes on the mapping. */
public final class MappedSelection {
  private final SortedMap<ObjectKey, StoredObject> objects;
  private final List<PlanNote> notes;

  private MappedSelection(SortedMap<ObjectKey, StoredObject> objects, List<PlanNote> notes) {
    this.objects = objects;
    this.notes = notes;
  }

  /**
   * Translates a snapshot.
   *
   * @param selection selects objects by their names in the snapshot
   * @throws MigrationFailure if the mapping gives two objects the same name, or is strict and does
   *     not cover a name
   */
  public static MappedSelection of(
      SnapshotContent snapshot, Selection selection, NameMapping mapping) {
    PlanNotes notes = new PlanNotes(UnaryOperator.identity());
    DesiredState desired = DesiredState.of(
        snapshot, PlanOptions.DEFAULTS.mapping(mapping), selection, "", Instant.MIN, notes);
    return new MappedSelection(desired.selected(), notes.all());
  }

  /** The selected objects by their names on the other server. */
  public SortedMap<ObjectKey, StoredObject> objects() {
    return objects;
  }

  /** The notes on the mapping. */
  public List<PlanNote> notes() {
    return notes;
  }

  /** The objects of the other server that the selection or the name of a selected object includes. */
  public SortedMap<ObjectKey, StoredObject> counterparts(
      SortedMap<ObjectKey, StoredObject> others, Selection selection) {
    SortedMap<ObjectKey, StoredObject> some = new TreeMap<>(others);
    some.keySet().removeIf(key -> !selection.includes(key) && !objects.containsKey(key));
    return some;
  }
}
