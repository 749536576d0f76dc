package io.github.xrayclient.internal.call;

import io.github.xrayclient.http.ApiCall;
import io.github.xrayclient.http.ApiCalls;
import io.github.xrayclient.http.ApiResponse;
import io.github.xrayclient.http.RetryPolicy;
import io.github.xrayclient.internal.http.Origin;
import java.net.URI;

/**
 * Prepares the GET of an address that is known from elsewhere, such as a log. The request is sent
 * only once, and the body of a 2xx answer is not read.
 */
public final class AddressCall {
  private AddressCall() {}

  /** Whether two addresses have the same scheme, host and port. */
  public static boolean isSameOrigin(URI one, URI other) {
    return Origin.same(one, other);
  }

  /**
   * Prepares the call.
   *
   * @param xray a client, whose credentials are sent
   * @param platform the base URL of the client
   * @throws IllegalArgumentException if the address has another origin than the platform
   */
  public static ApiCall<ApiResponse> get(ApiCalls xray, URI platform, URI address) {
    if (!isSameOrigin(platform, address)) {
      throw new IllegalArgumentException("address must have the origin of " + platform);
    }
    return JsonCall.at(address, xray.call("GET", "/")).retryPolicy(RetryPolicy.none());
  }
}
