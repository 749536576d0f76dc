package io.github.xrayclient.internal.call;

import io.github.xrayclient.http.ApiResponse;
import io.github.xrayclient.internal.http.ErrorDecoder;
import java.io.IOException;

/** Reads the answer to a write of which its success is all that counts. */
public final class AnySuccess {
  private AnySuccess() {}

  /**
   * True, whatever the answer says.
   *
   * @throws IOException for a web page, which a proxy may send in place of the server's answer
   */
  public static boolean read(ApiResponse response) throws IOException {
    if (ErrorDecoder.isHtml(response)) {
      throw new IOException("a web page");
    }
    return true;
  }
}
