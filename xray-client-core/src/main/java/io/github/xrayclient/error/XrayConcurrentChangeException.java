package io.github.xrayclient.error;

import io.github.xrayclient.remedy.Remedy;
import io.github.xrayclient.value.FieldChange;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Somebody else changed an object while this client was changing it. Either nothing was written, or
 * it is unknown whose change the server has stored; the message tells which, and names the first
 * fields that differ. Read the object again before you decide what to do.
 *
 * <p>Credentials that the server sent back are hidden in the message and in {@link #changes()}. The
 * two versions of the object and the changes are lost when the exception is serialized.
 */
public final class XrayConcurrentChangeException extends XrayException {
  private static final long serialVersionUID = 1L;

  private static final Remedy EDIT_AGAIN =
      Remedy.of(Remedy.Kind.EDIT_AGAIN, "edit it again, or use Retry.times(..)");

  private final transient @Nullable Object expected;
  private final transient @Nullable Object actual;
  private final transient @Nullable List<FieldChange> changes;

  /**
   * Creates the exception for a write that found another version than the expected one.
   *
   * @param method the HTTP method of the write
   * @param uri the URL of the write
   * @param problem what happened; it becomes a part of the message
   * @param expected the version that the write was made from
   * @param actual the version that the server has; null if there is none
   * @param changes the fields that somebody else changed
   * @param cause why it is unknown whether the write took effect; null if nothing was sent
   */
  public XrayConcurrentChangeException(
      String method,
      URI uri,
      String problem,
      @Nullable Object expected,
      @Nullable Object actual,
      List<FieldChange> changes,
      @Nullable Throwable cause) {
    super(
        method,
        uri,
        sentence(method, uri, Objects.requireNonNull(problem, "problem")),
        cause == null ? EDIT_AGAIN : null,
        cause);
    this.expected = expected;
    this.actual = actual;
    for (FieldChange change : Objects.requireNonNull(changes, "changes")) {
      Objects.requireNonNull(change, "changes must not contain null");
    }
    this.changes = List.copyOf(changes);
  }

  private static String sentence(String method, URI uri, String problem) {
    return method + " " + uri + ": somebody else changed the object: " + problem;
  }

  /**
   * The version of the object that the write was based on, as it was read; empty after
   * deserialization.
   */
  public Optional<Object> expected() {
    return Optional.ofNullable(expected);
  }

  /**
   * The version of the object that the server has now; empty if the object is gone, and after
   * deserialization. It is not redacted.
   */
  public Optional<Object> actual() {
    return Optional.ofNullable(actual);
  }

  /**
   * The fields that somebody else changed. {@link FieldChange#from()} is the value that was to be
   * written, or, if nothing was sent, the value that was read first. {@link FieldChange#to()} is
   * the value that the server has now. The list is empty if the object is gone, if the fields are
   * not known, and after deserialization.
   */
  public List<FieldChange> changes() {
    return changes == null ? List.of() : changes;
  }
}
