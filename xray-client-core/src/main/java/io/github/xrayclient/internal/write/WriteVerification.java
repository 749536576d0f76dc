package io.github.xrayclient.internal.write;

import io.github.xrayclient.value.FieldChange;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The result of checking whether a write took effect, after its answer was lost.
 *
 * @param <T> the type of the result of the write
 */
public final class WriteVerification<T> {
  private final @Nullable T applied;
  private final boolean unchanged;
  private final @Nullable Object expected;
  private final @Nullable Object actual;
  private final List<FieldChange> changes;

  private WriteVerification(
      @Nullable T applied,
      boolean unchanged,
      @Nullable Object expected,
      @Nullable Object actual,
      List<FieldChange> changes) {
    this.applied = applied;
    this.unchanged = unchanged;
    this.expected = expected;
    this.actual = actual;
    this.changes = changes;
  }

  /** The write took effect, with this result. */
  public static <T> WriteVerification<T> applied(T value) {
    return new WriteVerification<>(
        Objects.requireNonNull(value, "value"), false, null, null, List.of());
  }

  /** The object is as it was before the write, so the write may be sent again. */
  public static <T> WriteVerification<T> unchanged() {
    return new WriteVerification<>(null, true, null, null, List.of());
  }

  /**
   * The object is neither as before the write nor as it should be, since somebody else changed it.
   */
  public static <T> WriteVerification<T> changed(
      @Nullable Object expected, @Nullable Object actual) {
    return changed(expected, actual, List.of());
  }

  /**
   * The object is neither as before the write nor as it should be, since somebody else changed
   * these fields.
   */
  public static <T> WriteVerification<T> changed(
      @Nullable Object expected, @Nullable Object actual, List<FieldChange> changes) {
    return new WriteVerification<>(null, false, expected, actual, changes);
  }

  @Nullable
  T value() {
    return applied;
  }

  boolean isUnchanged() {
    return unchanged;
  }

  @Nullable
  Object expected() {
    return expected;
  }

  @Nullable
  Object actual() {
    return actual;
  }

  List<FieldChange> changes() {
    return changes;
  }
}
