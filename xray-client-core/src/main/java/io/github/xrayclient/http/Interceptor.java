package io.github.xrayclient.http;

import io.github.xrayclient.error.XrayTransportException;
import java.util.function.UnaryOperator;

/**
 * Intercepts every attempt of a request before it reaches the transport. An interceptor can change
 * the request, change the answer, answer without asking the server, or send the request several
 * times. It does not see the client's credentials. Must be thread-safe.
 */
@FunctionalInterface
public interface Interceptor {
  /**
   * Answers the request, usually with the result of {@code next.send(request)}. An unchecked
   * exception ends the call and reaches its caller unchanged. If this method returns null or throws
   * a checked exception, the caller gets an {@link XrayTransportException} that names the class of
   * the interceptor.
   *
   * @param next the next interceptor, or the transport after the last one
   */
  ApiResponse intercept(ApiRequest request, Transport next);

  /**
   * Returns the interceptor that a client uses in place of this one; by default, this one. A client
   * calls this method once, when it is built. Override it to show requests or answers safely, since
   * a server may send the client's credentials back.
   *
   * @param redact hides the credentials that the client sent recently in a text, as {@code
   *     XrayClient.redact(..)} does
   */
  default Interceptor forClient(UnaryOperator<String> redact) {
    return this;
  }
}
