package io.github.xrayclient.internal;

import io.github.xrayclient.error.XrayDecodeException;
import io.github.xrayclient.error.XrayException;
import io.github.xrayclient.error.XrayReadBackException;
import io.github.xrayclient.http.ApiCall;
import java.util.function.Supplier;

/** Tells a write that failed from one that took effect and could only not be read back. */
public final class ReadBack {
  private ReadBack() {}

  /**
   * What a write stored.
   *
   * @param what was written, such as {@code policy "p"}
   * @throws XrayReadBackException if the reading fails
   */
  public static <T> T of(ApiCall<?> write, String what, Supplier<T> read) {
    try {
      return read.get();
    } catch (XrayException e) {
      throw stored(write, what, e);
    }
  }

  /**
   * Sends a write whose answer holds what is needed of it.
   *
   * @param what is written, such as {@code policy "p"}
   * @throws XrayReadBackException if the server took it, but its answer cannot be used
   * @throws XrayDecodeException if a web page came instead of an answer, which a proxy may send, so
   *     that nothing is known of the write
   */
  public static <T> T ofAnswer(ApiCall<?> write, String what, Supplier<T> send) {
    try {
      return send.get();
    } catch (XrayDecodeException e) {
      if (e.body().stripLeading().startsWith("<")) {
        throw e;
      }
      throw stored(write, what, e);
    }
  }

  private static XrayReadBackException stored(ApiCall<?> write, String what, XrayException cause) {
    return new XrayReadBackException(write.request().method(), write.request().uri(), what, cause);
  }
}
