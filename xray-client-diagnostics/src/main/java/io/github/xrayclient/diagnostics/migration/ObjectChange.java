package io.github.xrayclient.diagnostics.migration;

import java.util.List;
import java.util.Objects;

/** An object that is not the same on both sides. */
public final class ObjectChange {
  /** How an object differs. */
  public enum Type {
    /** Only on the other side. */
    ADDED,
    /** Only on the one side. */
    REMOVED,
    /** On both sides with another content. */
    CHANGED
  }

  private final ObjectKey key;
  private final Type type;
  private final List<FieldChange> fields;

  ObjectChange(ObjectKey key, Type type, List<FieldChange> fields) {
    this.key = Objects.requireNonNull(key, "key");
    this.type = Objects.requireNonNull(type, "type");
    this.fields = List.copyOf(fields);
  }

  /** The object. */
  public ObjectKey key() {
    return key;
  }

  /** How it differs. */
  public Type type() {
    return type;
  }

  /** Its fields that differ; empty unless it is on both sides. */
  public List<FieldChange> fields() {
    return fields;
  }

  @Override
  public String toString() {
    return type + " " + key + (fields.isEmpty() ? "" : " " + fields);
  }
}
