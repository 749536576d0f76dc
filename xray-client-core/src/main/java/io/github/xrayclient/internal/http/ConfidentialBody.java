package io.github.xrayclient.internal.http;

import io.github.xrayclient.error.XrayTransportException;
import io.github.xrayclient.http.ApiRequest;
import io.github.xrayclient.http.ApiResponse;
import io.github.xrayclient.http.Interceptor;
import io.github.xrayclient.http.Transport;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Sends a request whose body contains a token. The answer contains another token, or an error that
 * may repeat the first one. The body of the request is added after the caller's interceptors, and
 * the body of every answer is removed before they see it. For one request; not thread-safe.
 */
final class ConfidentialBody implements Interceptor {
  private final ApiRequest whole;
  private @Nullable ApiResponse received;

  ConfidentialBody(ApiRequest whole) {
    this.whole = whole;
  }

  /** Sends the request through a chain with this interceptor, and returns the answer with its body. */
  ApiResponse sendThrough(Transport chain) {
    ApiResponse shown = chain.send(whole.withBody(new byte[0]));
    return received == null || shown.statusCode() != received.statusCode()
        ? shown
        : new ApiResponse(shown.statusCode(), shown.headers(), received.body());
  }

  @Override
  public ApiResponse intercept(ApiRequest request, Transport next) {
    if (!Origin.same(request.uri(), whole.uri())) {
      throw new XrayTransportException(
          XrayTransportException.Kind.NOT_SENT,
          request.method(),
          request.uri(),
          "an interceptor changed the server of the token exchange, so no token was sent; change"
              + " only other requests",
          null);
    }
    Optional<byte[]> body = whole.body();
    received = null; // if this attempt fails, the answer to the one before does not count
    received = next.send(body.isPresent() ? request.withBody(body.get()) : request);
    return new ApiResponse(received.statusCode(), received.headers(), new byte[0]);
  }
}
