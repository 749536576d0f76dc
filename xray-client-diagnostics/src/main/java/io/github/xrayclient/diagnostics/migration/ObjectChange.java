package io.github.xrayclient.diagnostics.migration;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.value.FieldChange;
import java.util.List;

/**
 * An object that differs between two snapshots. Immutable; equal to another change with the same
 * content.
 */
public interface ObjectChange {
  /** The ways in which an object can differ. */
  enum Kind {
    /** The object is only in the second snapshot. */
    ADDED,
    /** The object is only in the first snapshot. */
    REMOVED,
    /** The object is in both snapshots, with different content. */
    CHANGED
  }

  /** The object that differs. */
  ObjectKey object();

  /** Whether the object is added, removed or changed. */
  Kind kind();

  /**
   * The fields that differ, from the value in the first snapshot to the value in the second. Empty
   * unless the object is in both snapshots.
   */
  List<FieldChange> fields();

  /** The change as JSON, with the fields {@code object}, {@code kind} and {@code fields}. */
  ObjectNode toJson();

  /** The change in words, as in {@code added watch "libs"}. */
  @Override
  String toString();
}
