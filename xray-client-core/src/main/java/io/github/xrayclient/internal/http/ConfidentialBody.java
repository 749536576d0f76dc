package io.github.xrayclient.internal.http;

import io.github.xrayclient.error.XrayTransportException;
import io.github.xrayclient.http.ApiRequest;
import io.github.xrayclient.http.ApiResponse;
import io.github.xrayclient.http.Interceptor;
import io.github.xrayclient.http.Transport;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Sends a request whose body contains a token, and whose answer contains another. It adds the body
 * after the caller's interceptors, and removes it from the answer that they see. For one request;
 * not thread-safe.
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
    return received == null || !shown.isSuccess()
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
    received = next.send(body.isPresent() ? request.withBody(body.get()) : request);
    return received.isSuccess()
        ? new ApiResponse(received.statusCode(), received.headers(), new byte[0])
        : received;
  }
}
