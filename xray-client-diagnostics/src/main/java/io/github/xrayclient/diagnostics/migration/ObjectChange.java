package io.github.xrayclient.diagnostics.migration;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.value.FieldChange;
import java.util.List;

/** An object that differs between two snapshots. Immutable; equal to another with the same content. */
public interface ObjectChange {
  /** How an object differs. */
  enum Kind {
    /** Only in the second snapshot. */
    ADDED,
    /** Only in the first snapshot. */
    REMOVED,
    /** In both snapshots, with different content. */
    CHANGED
  }

  /** The object. */
  ObjectKey object();

  /** How it differs. */
  Kind kind();

  /**
   * Its fields that differ, from the first snapshot's value to the second's; empty unless it is in both
   * snapshots.
   */
  List<FieldChange> fields();

  /** As JSON: {@code object}, {@code kind} and {@code fields}. */
  ObjectNode toJson();

  /** In words, with the fields. */
  @Override
  String toString();
}
