package io.github.xrayclient.internal;

import io.github.xrayclient.error.XrayApiException;
import io.github.xrayclient.error.XrayConcurrentChangeException;
import io.github.xrayclient.error.XrayException;
import io.github.xrayclient.error.XrayNotFoundException;
import io.github.xrayclient.error.XrayTimeoutException;
import io.github.xrayclient.error.XrayTransportException;
import io.github.xrayclient.http.ApiCall;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Sends a write. Where nobody knows whether the server acted (the connection broke, no answer in
 * time, 502, 504), it looks first: what was done is done, what is unchanged is sent again, and
 * anything else is an {@link XrayConcurrentChangeException}.
 */
public final class SureWrite {
  private static final int REPEATS = 3;

  private SureWrite() {}

  /**
   * Sends it. A POST is not sent again, since the server may still act on the first one; its failure
   * is thrown if looking does not find it done. A DELETE that is sent again and meets a 404 is done.
   *
   * @param look reads what the server has now
   */
  public static <T> T send(ApiCall<T> write, Supplier<Finding<T>> look) {
    boolean post = write.request().method().equals("POST");
    for (int repeat = 0; ; repeat++) {
      try {
        return write.send();
      } catch (XrayException e) {
        boolean goneNow = repeat > 0
            && e instanceof XrayNotFoundException
            && write.request().method().equals("DELETE");
        if (!goneNow && !isOutcomeUnknown(e)) {
          throw e;
        }
        T done = decide(write, e, look(e, look));
        if (done != null) {
          return done;
        }
        if (post || repeat == REPEATS) {
          throw e;
        }
      }
    }
  }

  private static boolean isOutcomeUnknown(XrayException e) {
    if (e instanceof XrayTransportException) {
      XrayTransportException failure = (XrayTransportException) e;
      return failure.requestSent()
          && (failure.repeatable() || failure instanceof XrayTimeoutException);
    }
    int status = e instanceof XrayApiException ? ((XrayApiException) e).statusCode() : 0;
    return status == 502 || status == 504;
  }

  private static <T> Finding<T> look(XrayException failure, Supplier<Finding<T>> look) {
    try {
      return look.get();
    } catch (XrayException blind) {
      failure.addSuppressed(blind);
      throw failure;
    }
  }

  /** What was done, or null if it may be sent again. */
  private static <T> @Nullable T decide(
      ApiCall<T> write, XrayException failure, Finding<T> finding) {
    T done = finding.value();
    if (done == null && !finding.isUnchanged()) {
      throw Editing.conflict(
          write,
          "the answer was lost, and the object is neither as it was nor as it should be",
          finding.expected(),
          finding.actual(),
          finding.changes(),
          failure);
    }
    return done;
  }
}
