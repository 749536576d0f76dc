package io.github.xrayclient.diagnostics.migration;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.diagnostics.internal.migration.content.ChangedObject;
import io.github.xrayclient.diagnostics.internal.migration.content.Comparison;
import io.github.xrayclient.diagnostics.internal.migration.content.StoredObject;
import io.github.xrayclient.diagnostics.internal.migration.content.TextLines;
import io.github.xrayclient.value.FieldChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What has to change to come from one snapshot to another, field by field. Absent, null, empty and
 * the documented default say the same, and so do severities and package types in another case, and
 * lists in another order where servers do not keep it. Immutable.
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

  /** Compares what both snapshots speak about. */
  public static Difference between(Snapshot from, Snapshot to) {
    Set<ObjectKind> kinds = new TreeSet<>(from.content().kinds());
    kinds.retainAll(to.content().kinds());
    Set<ObjectKey> keys = new TreeSet<>(from.content().objects().keySet());
    keys.addAll(to.content().objects().keySet());
    List<ObjectChange> changes = new ArrayList<>();
    for (ObjectKey key : keys) {
      if (kinds.contains(key.kind())) {
        compare(key, from, to, changes);
      }
    }
    Set<ObjectKind> notCompared = new TreeSet<>(from.content().kinds());
    notCompared.addAll(to.content().kinds());
    notCompared.removeAll(kinds);
    return new Difference(changes, notCompared);
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

  /** The objects that differ, by kind, project and name. */
  public List<ObjectChange> changes() {
    return changes;
  }

  /** Kinds that only one of the snapshots has read. */
  public Set<ObjectKind> notCompared() {
    return notCompared;
  }

  /** Whether nothing differs. */
  public boolean isEmpty() {
    return changes.isEmpty();
  }

  /**
   * The difference as JSON: {@code schema} 1, {@code notCompared} with {@link ObjectKind#directory}
   * names, and {@code changes}.
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

  /** One line for each object, and an indented one for each field. */
  @Override
  public String toString() {
    TextLines text = new TextLines();
    for (ObjectChange change : changes) {
      text.line(MARKS.get(change.kind()) + change.object());
      change.fields().forEach(field -> text.line("    " + field));
    }
    return text.toString();
  }
}
