package io.github.xrayclient.diagnostics.internal.migration.selection;

import io.github.xrayclient.diagnostics.internal.migration.content.MigrationFailure;
import io.github.xrayclient.diagnostics.internal.migration.content.SnapshotContent;
import io.github.xrayclient.diagnostics.internal.migration.content.StoredObject;
import io.github.xrayclient.diagnostics.internal.migration.server.ServerState;
import io.github.xrayclient.diagnostics.internal.migration.server.ServerStateReader;
import io.github.xrayclient.diagnostics.migration.MigrationException;
import io.github.xrayclient.diagnostics.migration.NotRead;
import io.github.xrayclient.diagnostics.migration.ObjectKey;
import io.github.xrayclient.diagnostics.migration.ObjectKind;
import io.github.xrayclient.diagnostics.migration.Selection;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Narrows snapshots to what is selected and what that needs. */
public final class SelectedContent {
  private SelectedContent() {}

  /** Reads the kinds of objects that are selected, and then those to which these objects refer. */
  public static ServerState read(ServerStateReader reader, Selection selection) {
    ServerState state = reader.readWhatIsThere(selection.kinds());
    Set<ObjectKind> kinds = kindsNeededBy(selected(state.objects(), selection).values());
    while (!kinds.isEmpty()) {
      Set<ObjectKey> before = Set.copyOf(state.objects().keySet());
      state = reader.readWhatIsThere(kinds);
      kinds = kindsNeededBy(state.objects().values().stream()
          .filter(object -> !before.contains(object.key()))
          .collect(Collectors.toList()));
    }
    return state;
  }

  /** The kinds of the objects to which these objects refer. */
  public static Set<ObjectKind> kindsNeededBy(Collection<StoredObject> objects) {
    Set<ObjectKind> kinds = EnumSet.noneOf(ObjectKind.class);
    objects.forEach(object -> kinds.addAll(ObjectReferences.of(object).kinds()));
    return kinds;
  }

  /** A snapshot of the objects that both selections include, and of those that they need. */
  public static SnapshotContent of(SnapshotContent all, Selection selection) {
    Selection narrowed = selection.within(all.selection());
    return narrowed(all, narrowed, selected(all.objects(), narrowed));
  }

  /**
   * A snapshot of the objects of these kinds, and of those that the selected ones need.
   *
   * @throws MigrationFailure if the snapshot covers none of the kinds
   */
  public static SnapshotContent ofKinds(SnapshotContent all, Set<ObjectKind> kinds) {
    Selection narrowed = all.selection();
    for (ObjectKind kind : narrowed.kinds()) {
      narrowed = kinds.contains(kind) ? narrowed : narrowed.except(kind);
    }
    if (narrowed.kinds().isEmpty()) {
      throw new MigrationFailure(
          MigrationException.Kind.NOTHING_SELECTED,
          "the export has none of the kinds that are to be read, because its selection is "
              + all.selection() + "; select other kinds, or export these kinds, too");
    }
    SortedMap<ObjectKey, StoredObject> objects = new TreeMap<>(all.objects());
    objects.keySet().removeIf(key -> !kinds.contains(key.kind()));
    return narrowed(all, narrowed, objects);
  }

  /** Also includes the objects that the selected ones among these need. */
  private static SnapshotContent narrowed(
      SnapshotContent all, Selection selection, SortedMap<ObjectKey, StoredObject> objects) {
    NeededObjects.beside(selected(objects, selection).keySet(), all.objects())
        .keySet()
        .forEach(key -> objects.put(key, all.objects().get(key)));
    Map<ObjectKind, NotRead> notRead = new TreeMap<>(all.notRead());
    notRead.keySet().retainAll(selection.kinds());
    return all.narrowed(selection, objects, notRead);
  }

  /** The objects that a selection includes. */
  public static SortedMap<ObjectKey, StoredObject> selected(
      Map<ObjectKey, StoredObject> objects, Selection selection) {
    SortedMap<ObjectKey, StoredObject> selected = new TreeMap<>(objects);
    selected.keySet().removeIf(key -> !selection.includes(key));
    return selected;
  }
}
