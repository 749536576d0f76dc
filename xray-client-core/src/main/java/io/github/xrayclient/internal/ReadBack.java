package io.github.xrayclient.internal;

import io.github.xrayclient.error.XrayDecodeException;
import io.github.xrayclient.error.XrayException;
import io.github.xrayclient.http.ApiCall;
import java.util.function.Supplier;

/** Reads what a write stored, so that nobody writes again because only the reading failed. */
public final class ReadBack {
  private ReadBack() {}

  /**
   * What was read.
   *
   * @param done what the write did, such as {@code it was stored}
   * @throws XrayDecodeException that says so, if the reading fails
   */
  public static <T> T of(ApiCall<?> write, String done, Supplier<T> read) {
    try {
      return read.get();
    } catch (XrayException e) {
      throw new XrayDecodeException(
          write.request().method(),
          write.request().uri(),
          done + ", but could not be read back: " + e.getMessage(),
          "$",
          "",
          e);
    }
  }
}
