package io.github.xrayclient.internal.write;

import io.github.xrayclient.error.XrayApiException;
import io.github.xrayclient.error.XrayConcurrentChangeException;
import io.github.xrayclient.error.XrayException;
import io.github.xrayclient.error.XrayNotFoundException;
import io.github.xrayclient.error.XrayTimeoutException;
import io.github.xrayclient.error.XrayTransportException;
import io.github.xrayclient.http.ApiCall;
import io.github.xrayclient.http.ApiRequest;
import io.github.xrayclient.http.RetryPolicy;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Sends a write. If it is unknown whether the server processed it, this class reads the object: if
 * the write took effect, it succeeded; if the object is unchanged, the write is sent again, at most
 * 3 times and not more often than its {@link RetryPolicy} has retries; otherwise the call throws an
 * {@link XrayConcurrentChangeException}.
 *
 * <p>The outcome is unknown after the statuses 502 and 504, and after every failure that follows
 * the sending of the request: a broken connection, a timeout, an answer that is not HTTP or is too
 * large, or an exception of the caller's own interceptor or transport.
 */
public final class VerifiedWrite {
  private static final int MOST_REPEATS = 3;

  private VerifiedWrite() {}

  /**
   * Sends a write. A POST is not sent again, since the server may still process the first one; its
   * exception is thrown if the object is not as it should be. A write that reached the time limit
   * of its whole call is not sent again either. A DELETE that is sent again and answered with 404
   * succeeded.
   *
   * @param look reads the object and finds out whether the write took effect
   */
  public static <T> T send(ApiCall<T> write, Supplier<WriteVerification<T>> look) {
    ApiRequest request = write.request();
    int repeats = repeats(request);
    for (int repeat = 0; ; repeat++) {
      try {
        return write.send();
      } catch (RuntimeException e) {
        boolean goneNow =
            repeat > 0 && e instanceof XrayNotFoundException && request.method().equals("DELETE");
        if (!goneNow && !isOutcomeUnknown(e)) {
          throw e;
        }
        T done = decide(write, e, look(e, look));
        if (done != null) {
          return done;
        }
        if (repeat == repeats || !mayRepeat(request, e)) {
          throw e;
        }
      }
    }
  }

  /** How often the write may be sent again. */
  private static int repeats(ApiRequest request) {
    int retries = request.retryPolicy().orElseGet(RetryPolicy::defaults).retries();
    return Math.min(retries, MOST_REPEATS);
  }

  /**
   * Whether the object has to be read. After an interrupt it is not read, since the caller must not
   * wait any longer.
   */
  private static boolean isOutcomeUnknown(RuntimeException e) {
    if (Thread.currentThread().isInterrupted()) {
      return false;
    }
    if (e instanceof XrayTransportException) {
      return ((XrayTransportException) e).isRequestSent();
    }
    if (e instanceof XrayApiException) {
      int status = ((XrayApiException) e).statusCode();
      return status == 502 || status == 504;
    }
    return !(e instanceof XrayException);
  }

  /**
   * Whether a write may be sent again. After an exception of the caller's own code it may not,
   * since that code would probably throw again.
   */
  private static boolean mayRepeat(ApiRequest request, RuntimeException e) {
    boolean outOfTime = e instanceof XrayTimeoutException && ((XrayTimeoutException) e).wholeCall();
    return !request.method().equals("POST") && e instanceof XrayException && !outOfTime;
  }

  private static <T> WriteVerification<T> look(
      RuntimeException failure, Supplier<WriteVerification<T>> look) {
    try {
      return look.get();
    } catch (XrayException
        | IllegalStateException unreadable) { // IllegalStateException if the client is closed
      if (!unreadable.equals(failure)) {
        failure.addSuppressed(unreadable);
      }
      throw failure;
    }
  }

  /** Returns the result of the write, or null if it may be sent again. */
  private static <T> @Nullable T decide(
      ApiCall<T> write, RuntimeException failure, WriteVerification<T> found) {
    T done = found.value();
    if (done == null && !found.isUnchanged()) {
      throw GuardedEdit.conflict(
          write,
          "the answer to the write was lost, and the object is neither as it was before nor as it should be",
          found.expected(),
          found.actual(),
          found.changes(),
          failure);
    }
    return done;
  }
}
