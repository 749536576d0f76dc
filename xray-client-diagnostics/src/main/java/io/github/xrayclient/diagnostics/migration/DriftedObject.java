package io.github.xrayclient.diagnostics.migration;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.value.Timestamp;
import java.util.Optional;

/**
 * An object that differs between a snapshot and a server: {@link Kind#CHANGED}, {@link
 * Kind#REMOVED} if it is missing on the server, or {@link Kind#ADDED} if only the server has it.
 * Its fields go from the value in the snapshot to the value on the server. Immutable; equal to
 * another one with the same content.
 */
public interface DriftedObject extends ObjectChange {
  /**
   * Who changed the object on the server last, as far as the server tells: not for policies and
   * watches, for which servers only tell who created them.
   */
  Optional<String> changedBy();

  /** When the object was changed last on the server, as far as the server tells. */
  Optional<Timestamp> changedAt();

  /**
   * The object as JSON, with {@code object}, {@code kind} and {@code fields}, and {@code
   * lastChange} with {@code by} and {@code at} as far as they are known.
   */
  @Override
  ObjectNode toJson();

  /** In words, as in {@code somebody changed policy "critical", last by ann}. */
  @Override
  String toString();
}
