package io.github.xrayclient.internal;

import io.github.xrayclient.error.XrayConcurrentChangeException;
import io.github.xrayclient.value.Retry;
import io.github.xrayclient.value.UpdateResult;
import java.net.URI;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Reads, changes, and writes only if nothing moved meanwhile. There is no lock on the server, so a
 * change between the last look and the write is not seen: a best effort.
 */
public final class Editing {
  private Editing() {}

  /**
   * Edits an object.
   *
   * @param base gives the object that an update was made from
   * @param write sends the update that was made from the object
   * @param <T> the object
   * @param <U> its update
   * @throws XrayConcurrentChangeException if somebody else changed it, and the retries are used up
   */
  public static <T, U> UpdateResult<T> edit(
      URI uri,
      Supplier<T> read,
      Function<T, U> change,
      Function<U, T> base,
      BiFunction<T, U, UpdateResult<T>> write,
      Retry retry) {
    T before = read.get();
    for (int again = 0; ; again++) {
      U update = change.apply(before);
      if (!base.apply(update).equals(before)) {
        throw new IllegalArgumentException(
            "the update was not made from the builder that edit gives, so it could undo what others"
                + " did");
      }
      T now = read.get();
      if (now.equals(before)) {
        return write.apply(before, update);
      }
      if (again == retry.times()) {
        throw new XrayConcurrentChangeException(
            "PUT",
            uri,
            "it was changed while it was edited, so nothing was sent; edit the fresh one, or use"
                + " Retry.times(..)",
            before,
            now,
            null);
      }
      before = now;
    }
  }
}
