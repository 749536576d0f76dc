package io.github.xrayclient.error;

import io.github.xrayclient.value.FieldChange;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Somebody else changed an object while this client was changing it. Either nothing was written, or
 * it is unknown whose change the server has stored. The message names the first fields that differ.
 * Credentials that the server sent back are hidden in the message and in the changes.
 * Read the object again before you decide what to do. The two versions and the changes are not
 * serialized.
 */
public final class XrayConcurrentChangeException extends XrayException {
  private static final long serialVersionUID = 1L;

  private final transient @Nullable Object expected;
  private final transient @Nullable Object actual;
  private final transient @Nullable List<FieldChange> changes;

  /** A write to this address that found another version than the expected one. */
  public XrayConcurrentChangeException(
      String method,
      URI uri,
      String problem,
      @Nullable Object expected,
      @Nullable Object actual,
      List<FieldChange> changes,
      @Nullable Throwable cause) {
    super(method, uri, method + " " + uri + " met a change by somebody else: " + problem, cause);
    this.expected = expected;
    this.actual = actual;
    this.changes = List.copyOf(changes);
  }

  /** The version that the write was made from, as it was read; empty after deserialization. */
  public Optional<Object> expected() {
    return Optional.ofNullable(expected);
  }

  /**
   * The version that the server has, as the server sent it; empty if there is none, and after
   * deserialization.
   */
  public Optional<Object> actual() {
    return Optional.ofNullable(actual);
  }

  /**
   * The fields that somebody else changed. {@link FieldChange#from()} is the value that was asked for,
   * or that was read before if nothing was sent; {@link FieldChange#to()} is the value that the server
   * has now. Empty if the object is gone, if the fields are not known, and after deserialization.
   */
  public List<FieldChange> changes() {
    return changes == null ? List.of() : changes;
  }
}
