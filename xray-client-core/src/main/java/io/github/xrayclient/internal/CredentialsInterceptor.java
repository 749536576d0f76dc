package io.github.xrayclient.internal;

import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.http.ApiRequest;
import io.github.xrayclient.http.ApiResponse;
import io.github.xrayclient.http.Interceptor;
import io.github.xrayclient.http.Transport;
import java.net.URI;
import java.util.Map;
import java.util.Objects;

/** Adds the credentials to requests to the platform, and to no other origin. */
final class CredentialsInterceptor implements Interceptor {
  private final URI platform;
  private final Credentials credentials;

  CredentialsInterceptor(URI platform, Credentials credentials) {
    this.platform = platform;
    this.credentials = credentials;
  }

  @Override
  public ApiResponse intercept(ApiRequest request, Transport next) {
    ApiRequest sent = request;
    if (sameOrigin(request.uri(), platform)) {
      for (Map.Entry<String, String> header : credentials.headers().entrySet()) {
        sent = sent.withHeader(header.getKey(), header.getValue());
      }
    }
    return next.send(sent);
  }

  private static boolean sameOrigin(URI a, URI b) {
    return a.getScheme().equalsIgnoreCase(b.getScheme())
        && Objects.requireNonNull(a.getHost()).equalsIgnoreCase(b.getHost())
        && port(a) == port(b);
  }

  private static int port(URI uri) {
    if (uri.getPort() >= 0) {
      return uri.getPort();
    }
    return uri.getScheme().equalsIgnoreCase("https") ? 443 : 80;
  }
}
