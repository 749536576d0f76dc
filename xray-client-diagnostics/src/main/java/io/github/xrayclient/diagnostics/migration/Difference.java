package io.github.xrayclient.diagnostics.migration;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.diagnostics.internal.migration.content.ChangedObject;
import io.github.xrayclient.diagnostics.internal.migration.content.Comparison;
import io.github.xrayclient.diagnostics.internal.migration.content.ObjectKinds;
import io.github.xrayclient.diagnostics.internal.migration.content.StoredObject;
import io.github.xrayclient.diagnostics.internal.migration.content.TextLines;
import io.github.xrayclient.diagnostics.internal.migration.selection.SelectedContent;
import io.github.xrayclient.diagnostics.internal.migration.selection.SelectionCheck;
import io.github.xrayclient.value.FieldChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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

  private Difference(List<ObjectChange> changes, Set<ObjectKind> notCompared) {
    this.changes = List.copyOf(changes);
    this.notCompared = Set.copyOf(notCompared);
  }

  /**
   * Compares the objects that the {@linkplain Snapshot#selection selections} of both snapshots
   * include, of the kinds that both snapshots contain.
   */
  public static Difference between(Snapshot from, Snapshot to) {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(to, "to");
    Set<ObjectKind> kinds = new TreeSet<>(from.content().kinds());
    kinds.retainAll(to.content().kinds());
    Set<ObjectKey> keys = new TreeSet<>(from.content().objects().keySet());
    keys.addAll(to.content().objects().keySet());
    List<ObjectChange> changes = new ArrayList<>();
    for (ObjectKey key : keys) {
      if (kinds.contains(key.kind())
          && from.selection().includes(key)
          && to.selection().includes(key)) {
        compare(key, from, to, changes);
      }
    }
    Set<ObjectKind> notCompared = new TreeSet<>(from.content().kinds());
    notCompared.addAll(to.content().kinds());
    notCompared.removeAll(kinds);
    return new Difference(changes, notCompared);
  }

  /**
   * Compares like {@link #between(Snapshot, Snapshot)}, but only the objects that this selection
   * includes.
   *
   * @throws MigrationException if the selection includes no object of the snapshots
   */
  public static Difference between(Snapshot from, Snapshot to, Selection selection) {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(to, "to");
    Objects.requireNonNull(selection, "selection");
    Set<ObjectKey> keys = new TreeSet<>(from.content().objects().keySet());
    keys.addAll(to.content().objects().keySet());
    return Failures.translated(() -> {
      SelectionCheck.check(selection, "the two snapshots", keys, from.notRead());
      return between(
          new Snapshot(SelectedContent.of(from.content(), selection)),
          new Snapshot(SelectedContent.of(to.content(), selection)));
    });
  }

  private static void compare(
      ObjectKey key, Snapshot from, Snapshot to, List<ObjectChange> changes) {
    StoredObject before = from.content().objects().get(key);
    StoredObject after = to.content().objects().get(key);
    if (before == null) {
      changes.add(new ChangedObject(key, ObjectChange.Kind.ADDED, List.of()));
    } else if (after == null) {
      changes.add(new ChangedObject(key, ObjectChange.Kind.REMOVED, List.of()));
    } else {
      List<FieldChange> fields = Comparison.between(key.kind(), before.content(), after.content());
      if (!fields.isEmpty()) {
        changes.add(new ChangedObject(key, ObjectChange.Kind.CHANGED, fields));
      }
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

  /** Whether no object differs. */
  public boolean isEmpty() {
    return changes.isEmpty();
  }

  /**
   * The difference as JSON, with the fields {@code schema} (1), {@code notCompared} (the {@link
   * ObjectKind#directory} of each kind) and {@code changes}.
   */
  public ObjectNode toJson() {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("schema", 1);
    ArrayNode kinds = json.putArray("notCompared");
    new TreeSet<>(notCompared).forEach(kind -> kinds.add(kind.directory()));
    ArrayNode list = json.putArray("changes");
    changes.forEach(change -> list.add(change.toJson()));
    return json;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Difference
        && changes.equals(((Difference) other).changes)
        && notCompared.equals(((Difference) other).notCompared);
  }

  @Override
  public int hashCode() {
    return Objects.hash(changes, notCompared);
  }

  /**
   * A line for each object, marked {@code +} if it is added, {@code -} if it is removed and {@code
   * ~} if it is changed, with an indented line for each changed field. Names the kinds that were
   * not compared.
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
    return text.toString();
  }
}
