package io.github.xrayclient.diagnostics.migration;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.diagnostics.internal.migration.content.ChangedObject;
import io.github.xrayclient.diagnostics.internal.migration.content.Comparison;
import io.github.xrayclient.diagnostics.internal.migration.content.MigrationFailure;
import io.github.xrayclient.diagnostics.internal.migration.content.ObjectKinds;
import io.github.xrayclient.diagnostics.internal.migration.content.SnapshotContent;
import io.github.xrayclient.diagnostics.internal.migration.content.StoredObject;
import io.github.xrayclient.diagnostics.internal.migration.content.TextLines;
import io.github.xrayclient.diagnostics.internal.migration.planning.MappedSelection;
import io.github.xrayclient.diagnostics.internal.migration.selection.SelectionCheck;
import io.github.xrayclient.value.FieldChange;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The changes that lead from one snapshot to another, object by object and field by field. An
 * absent or null field, an empty one, and one with its documented default are equal. So are
 * severities and package types that differ only in case, and lists that differ only in an order
 * which servers do not keep. Immutable; equal to another difference with the same content.
 */
public final class Difference {
  private static final Map<ObjectChange.Kind, String> MARKS = Map.of(
      ObjectChange.Kind.ADDED, "+ ",
      ObjectChange.Kind.REMOVED, "- ",
      ObjectChange.Kind.CHANGED, "~ ");

  private final List<ObjectChange> changes;
  private final Set<ObjectKind> notCompared;
  private final boolean comparesWaivers;
  private final List<PlanNote> notes;

  private Difference(
      List<ObjectChange> changes,
      Set<ObjectKind> notCompared,
      boolean comparesWaivers,
      List<PlanNote> notes) {
    this.changes = List.copyOf(changes);
    this.notCompared = Set.copyOf(notCompared);
    this.comparesWaivers = comparesWaivers;
    this.notes = List.copyOf(notes);
  }

  /**
   * Compares the objects that the {@linkplain Snapshot#selection selections} of both snapshots
   * include, of the kinds that both snapshots contain. Waivers are compared if both snapshots
   * {@linkplain Snapshot#includesWaivers contain them}.
   */
  public static Difference between(Snapshot from, Snapshot to) {
    return between(from, to, Selection.all(), Mapping.none());
  }

  /**
   * Compares like {@link #between(Snapshot, Snapshot)}, but only the objects that this selection
   * includes.
   *
   * @throws MigrationException if the selection includes no object of the snapshots, or their own
   *     selections have no object in common
   */
  public static Difference between(Snapshot from, Snapshot to, Selection selection) {
    return between(from, to, selection, Mapping.none());
  }

  /**
   * Compares like {@link #between(Snapshot, Snapshot, Selection)}, after the mapping replaced the
   * names in the first snapshot by those in the second. If it renames conditions, those of the
   * first snapshot are selected by their names there.
   *
   * @throws MigrationException if the selection includes no object of the snapshots, the mapping
   *     gives two objects the same name, or it is {@linkplain Mapping#strict strict} and does not
   *     cover a name
   */
  public static Difference between(
      Snapshot from, Snapshot to, Selection selection, Mapping mapping) {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(to, "to");
    Objects.requireNonNull(selection, "selection");
    Objects.requireNonNull(mapping, "mapping");
    return Failures.translated(() -> {
      check(selection, "the two snapshots", from.content(), to.content());
      Selection ofFrom = selection.within(from.selection());
      Selection ofTo = selection.within(to.selection());
      SnapshotContent before = comparable(from.content(), to.content());
      SnapshotContent after = comparable(to.content(), from.content());
      MappedSelection mapped = MappedSelection.of(before, ofFrom, mapping.names());
      SortedMap<ObjectKey, StoredObject> first = new TreeMap<>(mapped.objects());
      first.keySet().removeIf(key -> !to.selection().includes(key));
      SortedMap<ObjectKey, StoredObject> second = mapped.counterparts(after.objects(), ofFrom);
      second.keySet().removeIf(key -> !to.selection().includes(key));
      checkCommon(from, to, ofFrom, ofTo, first, second);
      return new DifferenceMaker(before, after, selection).compare(first, second, mapped.notes());
    });
  }

  /** Refuses snapshots whose selections have kinds in common, but no names. */
  private static void checkCommon(
      Snapshot from,
      Snapshot to,
      Selection ofFrom,
      Selection ofTo,
      Map<ObjectKey, StoredObject> first,
      Map<ObjectKey, StoredObject> second) {
    boolean haveCommonKinds = !Collections.disjoint(ofFrom.kinds(), ofTo.kinds());
    boolean areEmpty = from.keys().isEmpty() && to.keys().isEmpty();
    if (haveCommonKinds && !areEmpty && first.isEmpty() && second.isEmpty()) {
      throw new MigrationFailure(
          MigrationException.Kind.NOTHING_SELECTED,
          "the selections of the two snapshots have no object in common: " + ofFrom + ", and "
              + ofTo + "; compare snapshots of the same objects");
    }
  }

  /** A snapshot without waivers if the other one has none. */
  private static SnapshotContent comparable(SnapshotContent snapshot, SnapshotContent other) {
    return other.includesWaivers() ? snapshot : snapshot.withoutWaivers();
  }

  private static void check(
      Selection selection, String places, SnapshotContent from, SnapshotContent to) {
    Set<ObjectKey> existing = new TreeSet<>(from.objects().keySet());
    existing.addAll(to.objects().keySet());
    SelectionCheck.check(selection, places, existing, from.notRead());
  }

  /** Compares objects of the kinds that two snapshots contain. */
  private static final class DifferenceMaker {
    private final Set<ObjectKind> kinds;
    private final Set<ObjectKind> notCompared;
    private final boolean comparesWaivers;

    DifferenceMaker(SnapshotContent from, SnapshotContent to, Selection selection) {
      kinds = new TreeSet<>(from.kinds());
      kinds.retainAll(to.kinds());
      notCompared = new TreeSet<>(from.kinds());
      notCompared.addAll(to.kinds());
      notCompared.removeAll(kinds);
      notCompared.retainAll(selection.kinds());
      comparesWaivers = from.includesWaivers() && to.includesWaivers();
    }

    Difference compare(
        SortedMap<ObjectKey, StoredObject> from,
        SortedMap<ObjectKey, StoredObject> to,
        List<PlanNote> notes) {
      Set<ObjectKey> keys = new TreeSet<>(from.keySet());
      keys.addAll(to.keySet());
      List<ObjectChange> changes = new ArrayList<>();
      for (ObjectKey key : keys) {
        if (kinds.contains(key.kind())) {
          compare(key, from.get(key), to.get(key)).ifPresent(changes::add);
        }
      }
      return new Difference(changes, notCompared, comparesWaivers, notes);
    }

    private static Optional<ObjectChange> compare(
        ObjectKey key, @Nullable StoredObject before, @Nullable StoredObject after) {
      if (before == null) {
        return Optional.of(new ChangedObject(key, ObjectChange.Kind.ADDED, List.of()));
      }
      if (after == null) {
        return Optional.of(new ChangedObject(key, ObjectChange.Kind.REMOVED, List.of()));
      }
      List<FieldChange> fields = Comparison.between(key.kind(), before.content(), after.content());
      return fields.isEmpty()
          ? Optional.empty()
          : Optional.of(new ChangedObject(key, ObjectChange.Kind.CHANGED, fields));
    }
  }

  /** The objects that differ, sorted by kind, project and name. */
  public List<ObjectChange> changes() {
    return changes;
  }

  /** The kinds that were not compared, because one of the snapshots does not contain them. */
  public Set<ObjectKind> notCompared() {
    return notCompared;
  }

  /**
   * Whether the waivers of curation policies were compared; false if one of the snapshots
   * {@linkplain Snapshot#includesWaivers does not contain them}.
   */
  public boolean comparesWaivers() {
    return comparesWaivers;
  }

  /**
   * The notes about the mapping: entries that cover no name, and names that may have to be checked.
   * Empty if there was no mapping.
   */
  public List<PlanNote> notes() {
    return notes;
  }

  /** Whether no object differs. */
  public boolean isEmpty() {
    return changes.isEmpty();
  }

  /**
   * The difference as JSON, with the fields {@code schema} (1), {@code notCompared} (the {@link
   * ObjectKind#directory} of each kind), {@code comparesWaivers}, {@code changes}, and {@code
   * notes} if there are any.
   */
  public ObjectNode toJson() {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("schema", 1);
    ArrayNode kinds = json.putArray("notCompared");
    new TreeSet<>(notCompared).forEach(kind -> kinds.add(kind.directory()));
    json.put("comparesWaivers", comparesWaivers);
    ArrayNode list = json.putArray("changes");
    changes.forEach(change -> list.add(change.toJson()));
    notes.forEach(note -> json.withArrayProperty("notes").add(note.toJson()));
    return json;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Difference
        && changes.equals(((Difference) other).changes)
        && notCompared.equals(((Difference) other).notCompared)
        && comparesWaivers == ((Difference) other).comparesWaivers
        && notes.equals(((Difference) other).notes);
  }

  @Override
  public int hashCode() {
    return Objects.hash(changes, notCompared, comparesWaivers, notes);
  }

  /**
   * A line for each object, marked {@code +} if it is added, {@code -} if it is removed and {@code
   * ~} if it is changed, with an indented line for each changed field. Says what was not
   * compared, and ends with the notes.
   */
  @Override
  public String toString() {
    TextLines text = new TextLines();
    for (ObjectChange change : changes) {
      text.line(MARKS.get(change.kind()) + change.object());
      change.fields().forEach(field -> text.line("    " + field));
    }
    if (changes.isEmpty()) {
      text.line("No differences");
    }
    if (!notCompared.isEmpty()) {
      text.line("Not compared, because one of the snapshots does not contain them: "
          + notCompared.stream()
              .sorted()
              .map(ObjectKinds::plural)
              .collect(Collectors.joining(", ")));
    }
    if (!comparesWaivers) {
      text.line("Waivers were not compared, because one of the snapshots does not contain them");
    }
    return text.list("Notes:", notes.stream().map(PlanNote::text).collect(Collectors.toList()))
        .toString();
  }
}
