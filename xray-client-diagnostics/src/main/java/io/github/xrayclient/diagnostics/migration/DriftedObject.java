package io.github.xrayclient.diagnostics.migration;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.value.FieldChange;
import io.github.xrayclient.value.Timestamp;
import java.util.List;
import java.util.Optional;

/**
 * An object that differs between a snapshot and a server. Immutable; equal to another one with the
 * same content.
 */
public interface DriftedObject {
  /** How an object differs. */
  enum Kind {
    /** The object has other fields on the server. */
    CHANGED,
    /** Only the snapshot has the object. */
    MISSING,
    /** Only the server has the object. */
    ADDED
  }

  /** The object, by its name on the server. */
  ObjectKey object();

  /** How the object differs. */
  Kind kind();

  /**
   * The fields that differ, from the value in the snapshot to the value on the server; empty unless
   * the object is changed.
   */
  List<FieldChange> fields();

  /**
   * Who changed the object on the server last, as far as the server tells: not for policies and
   * watches, for which servers only tell who created them.
   */
  Optional<String> changedBy();

  /** When the object was changed last on the server, as far as the server tells. */
  Optional<Timestamp> changedAt();

  /**
   * The object as JSON, with {@code object}, {@code kind}, {@code fields}, and {@code lastChange}
   * with {@code by} and {@code at} as far as they are known.
   */
  ObjectNode toJson();

  /** In words, as in {@code somebody changed policy "critical"}. */
  @Override
  String toString();
}
