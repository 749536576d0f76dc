package io.github.xrayclient.internal.write;

import io.github.xrayclient.error.XrayConcurrentChangeException;
import io.github.xrayclient.http.ApiCall;
import io.github.xrayclient.internal.call.JsonCall;
import io.github.xrayclient.internal.call.RedactedByCall;
import io.github.xrayclient.value.FieldChange;
import io.github.xrayclient.value.Retry;
import io.github.xrayclient.value.UpdateResult;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Edits an object: it reads the object, applies a change, and writes the object only if something
 * changed and nobody else changed it meanwhile. Edits of one object by one client run one after the
 * other. Against other clients this is a best effort, since servers have no locks: a change between
 * the last read and the write is not noticed.
 */
public final class GuardedEdit {
  private static final int CHANGES_IN_MESSAGE = 5;

  private GuardedEdit() {}

  /**
   * Edits an object.
   *
   * @param put the request that will be sent, without its body
   * @param change creates an update of the object
   * @param write sends an update
   * @param <T> the type of the object
   * @param <U> the type of its update
   * @throws XrayConcurrentChangeException if somebody else changed the object, and no retry is left
   */
  public static <T, U> UpdateResult<T> edit(
      ApiCall<?> put,
      Supplier<T> read,
      Function<T, U> change,
      ContentComparison comparison,
      Function<U, UpdateResult<T>> write,
      Retry retry) {
    Objects.requireNonNull(retry, "retry");
    return alone(put, () -> {
      T before = read.get();
      for (int again = 0; ; again++) {
        U update = change.apply(before);
        if (comparison.changesNothing(update, before)) {
          return UpdateOutcome.withNotes(UpdateOutcome.unsent(before), comparison.notes(update));
        }
        T now = read.get();
        List<FieldChange> moved = comparison.between(before, now);
        if (moved.isEmpty()) {
          return write.apply(update);
        }
        if (again == retry.times()) {
          throw conflict(
              put,
              "the object was changed during the edit, so nothing was sent",
              before,
              now,
              moved,
              null);
        }
        before = now;
      }
    });
  }

  /**
   * Runs the work while no other thread edits the object through the same client.
   *
   * @param write a request that writes the object
   */
  public static <T> T alone(ApiCall<?> write, Supplier<T> work) {
    return write instanceof JsonCall
        ? ((JsonCall<?>) write).editLocks().alone(write.request(), work)
        : work.get();
  }

  static XrayConcurrentChangeException conflict(
      ApiCall<?> write,
      String problem,
      @Nullable Object expected,
      @Nullable Object actual,
      List<FieldChange> changes,
      @Nullable Throwable cause) {
    List<FieldChange> shown = ChangedField.redacted(write, changes);
    String fields = UnexpectedValues.summary(shown, CHANGES_IN_MESSAGE);
    return new XrayConcurrentChangeException(
        write.request().method(),
        RedactedByCall.address(write),
        fields.isEmpty() ? problem : problem + ": " + fields,
        expected,
        actual,
        shown,
        cause);
  }
}
