package io.github.xrayclient.internal.call;

import io.github.xrayclient.http.ApiCall;
import java.net.URI;

/**
 * What exceptions and results may say about a call and of what it met: all but the credentials of its
 * client.
 */
public final class RedactedByCall {
  private RedactedByCall() {}

  /** The address of a call, in which a caller may have put a token. */
  public static URI address(ApiCall<?> call) {
    URI uri = call.request().uri();
    return call instanceof JsonCall ? ((JsonCall<?>) call).redaction().address(uri) : uri;
  }

  /** A text that may hold words of the server. */
  public static String text(ApiCall<?> call, String text) {
    return call instanceof JsonCall ? ((JsonCall<?>) call).redaction().text(text) : text;
  }

  /** A failure whose text may hold words of the server. */
  public static Throwable cause(ApiCall<?> call, Throwable cause) {
    return call instanceof JsonCall ? ((JsonCall<?>) call).redaction().cause(cause) : cause;
  }
}
