package io.github.xrayclient.error;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Somebody else changed the object meanwhile, so that a write was not made, or nobody knows whose
 * change stands. Read the object again and decide. The two versions are not serialized.
 */
public final class XrayConcurrentChangeException extends XrayException {
  private static final long serialVersionUID = 1L;

  private final transient @Nullable Object expected;
  private final transient @Nullable Object actual;

  /** A write to this address that met another version than expected. */
  public XrayConcurrentChangeException(
      String method,
      URI uri,
      String problem,
      @Nullable Object expected,
      @Nullable Object actual,
      @Nullable Throwable cause) {
    super(method, uri, method + " " + uri + " met a change by somebody else: " + problem, cause);
    this.expected = expected;
    this.actual = actual;
  }

  /** The version that the write was made from; empty after deserialization. */
  public Optional<Object> expected() {
    return Optional.ofNullable(expected);
  }

  /** The version that the server has; empty if there is none, and after deserialization. */
  public Optional<Object> actual() {
    return Optional.ofNullable(actual);
  }
}
