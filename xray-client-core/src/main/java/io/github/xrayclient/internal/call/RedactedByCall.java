package io.github.xrayclient.internal.call;

import io.github.xrayclient.http.ApiCall;
import java.net.URI;

/** Hides the credentials of a call's client in texts for exceptions and results. */
public final class RedactedByCall {
  private RedactedByCall() {}

  /** Returns the URL of a call, in which a caller may have put a token. */
  public static URI address(ApiCall<?> call) {
    URI uri = call.request().uri();
    return call instanceof JsonCall ? ((JsonCall<?>) call).redaction().address(uri) : uri;
  }

  /** Redacts a text that may contain text from the server. */
  public static String text(ApiCall<?> call, String text) {
    return call instanceof JsonCall ? ((JsonCall<?>) call).redaction().text(text) : text;
  }

  /** Redacts an exception whose message may contain text from the server. */
  public static Throwable cause(ApiCall<?> call, Throwable cause) {
    return call instanceof JsonCall ? ((JsonCall<?>) call).redaction().cause(cause) : cause;
  }
}
