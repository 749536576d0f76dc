package io.github.xrayclient.internal;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is found by looking, after a write of which nobody knows whether the server did it.
 *
 * @param <T> what the write gives
 */
public final class Finding<T> {
  private final @Nullable T applied;
  private final boolean unchanged;
  private final @Nullable Object expected;
  private final @Nullable Object actual;

  private Finding(
      @Nullable T applied, boolean unchanged, @Nullable Object expected, @Nullable Object actual) {
    this.applied = applied;
    this.unchanged = unchanged;
    this.expected = expected;
    this.actual = actual;
  }

  /** It was done, and this is what it gives. */
  public static <T> Finding<T> applied(T value) {
    return new Finding<>(Objects.requireNonNull(value, "value"), false, null, null);
  }

  /** All is as it was before, so it may be sent again. */
  public static <T> Finding<T> unchanged() {
    return new Finding<>(null, true, null, null);
  }

  /** Neither: somebody else changed it too. */
  public static <T> Finding<T> changed(@Nullable Object expected, @Nullable Object actual) {
    return new Finding<>(null, false, expected, actual);
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
}
