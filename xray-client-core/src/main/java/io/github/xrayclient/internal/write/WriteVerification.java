package io.github.xrayclient.internal.write;

import io.github.xrayclient.value.FieldChange;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the server has after a write of which it is unknown whether it took effect.
 *
 * @param <T> what the write gives
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

  /** It was done, and this is what it gives. */
  public static <T> WriteVerification<T> applied(T value) {
    return new WriteVerification<>(
        Objects.requireNonNull(value, "value"), false, null, null, List.of());
  }

  /** All is as it was before, so it may be sent again. */
  public static <T> WriteVerification<T> unchanged() {
    return new WriteVerification<>(null, true, null, null, List.of());
  }

  /** Neither: somebody else changed it too. */
  public static <T> WriteVerification<T> changed(
      @Nullable Object expected, @Nullable Object actual) {
    return changed(expected, actual, List.of());
  }

  /** Neither: somebody else changed it too, in these fields. */
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
