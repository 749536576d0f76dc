package io.github.xrayclient.internal.call;

import io.github.xrayclient.http.ApiResponse;
import io.github.xrayclient.internal.http.ErrorDecoder;
import java.io.IOException;

/** Reads the answer to a write whose content does not matter. */
public final class AnySuccess {
  private AnySuccess() {}

  /**
   * Returns true, whatever the answer contains.
   *
   * @throws IOException if the answer is a web page, which a proxy may send instead of the server
   */
  public static boolean read(ApiResponse response) throws IOException {
    if (ErrorDecoder.isHtml(response)) {
      throw new IOException("the answer is a web page instead of JSON");
    }
    return true;
  }
}
