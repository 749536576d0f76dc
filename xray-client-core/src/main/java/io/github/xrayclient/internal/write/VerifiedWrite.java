package io.github.xrayclient.internal.write;

import io.github.xrayclient.error.XrayApiException;
import io.github.xrayclient.error.XrayConcurrentChangeException;
import io.github.xrayclient.error.XrayException;
import io.github.xrayclient.error.XrayNotFoundException;
import io.github.xrayclient.error.XrayTimeoutException;
import io.github.xrayclient.error.XrayTransportException;
import io.github.xrayclient.http.ApiCall;
import io.github.xrayclient.http.ApiRequest;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Sends a write. If nobody knows whether the server acted, it reads the object before it decides:
 * what was done is done, what is unchanged is sent again, and anything else is an {@link
 * XrayConcurrentChangeException}. The outcome is unknown after 502, 504 and every failure that came
 * after the request was sent: a broken connection, no answer in time, an answer that is not HTTP or
 * is too large, or an exception of the caller's own interceptor or transport.
 */
public final class VerifiedWrite {
  private static final int REPEATS = 3;

  private VerifiedWrite() {}

  /**
   * Sends it. A POST is not sent again, since the server may still act on the first one; its failure
   * is thrown if the object is not found as it should be. A write that reached the time limit of its
   * whole call is not sent again either. A DELETE that is sent again and meets a 404 is done.
   *
   * @param look reads what the server has now
   */
  public static <T> T send(ApiCall<T> write, Supplier<WriteVerification<T>> look) {
    ApiRequest request = write.request();
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
        if (repeat == REPEATS || !mayRepeat(request, e)) {
          throw e;
        }
      }
    }
  }

  /**
   * Whether the object has to be read. After an interrupt it is not, since the caller must not wait
   * any longer.
   */
  private static boolean isOutcomeUnknown(RuntimeException e) {
    if (Thread.currentThread().isInterrupted()) {
      return false;
    }
    if (e instanceof XrayTransportException) {
      return ((XrayTransportException) e).requestSent();
    }
    if (e instanceof XrayApiException) {
      int status = ((XrayApiException) e).statusCode();
      return status == 502 || status == 504;
    }
    return !(e instanceof XrayException);
  }

  /** An exception of the caller's own code would be thrown again, so it is no reason to repeat. */
  private static boolean mayRepeat(ApiRequest request, RuntimeException e) {
    boolean outOfTime = e instanceof XrayTimeoutException && ((XrayTimeoutException) e).wholeCall();
    return !request.method().equals("POST") && e instanceof XrayException && !outOfTime;
  }

  private static <T> WriteVerification<T> look(
      RuntimeException failure, Supplier<WriteVerification<T>> look) {
    try {
      return look.get();
    } catch (XrayException | IllegalStateException blind) { // the latter of a closed client
      if (!blind.equals(failure)) {
        failure.addSuppressed(blind);
      }
      throw failure;
    }
  }

  /** What was done, or null if it may be sent again. */
  private static <T> @Nullable T decide(
      ApiCall<T> write, RuntimeException failure, WriteVerification<T> found) {
    T done = found.value();
    if (done == null && !found.isUnchanged()) {
      throw GuardedEdit.conflict(
          write,
          "the answer was lost, and the object is neither as it was nor as it should be",
          found.expected(),
          found.actual(),
          found.changes(),
          failure);
    }
    return done;
  }
}
