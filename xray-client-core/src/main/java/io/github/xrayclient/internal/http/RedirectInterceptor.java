package io.github.xrayclient.internal.http;

import io.github.xrayclient.http.ApiRequest;
import io.github.xrayclient.http.ApiResponse;
import io.github.xrayclient.http.Interceptor;
import io.github.xrayclient.http.Transport;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/** Follows the redirect of a GET once, within the same origin. */
final class RedirectInterceptor implements Interceptor {
  /** A part of the URL to which an inactive server instance redirects all requests. */
  static final String INACTIVE = "reactivate-server";

  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

  @Override
  public ApiResponse intercept(ApiRequest request, Transport next) {
    ApiResponse answer = next.send(request);
    if (!request.method().equals("GET") || !REDIRECTS.contains(answer.statusCode())) {
      return answer;
    }
    Optional<URI> target =
        target(request.uri(), answer).filter(uri -> mayFollow(request.uri(), uri));
    return target.isPresent() ? next.send(request.withUri(target.get())) : answer;
  }

  /**
   * Whether a redirect is followed: only within the same origin, and not to the page of an inactive
   * instance, which contains nothing for programs.
   */
  private static boolean mayFollow(URI from, URI to) {
    return Origin.same(from, to) && !to.toString().contains(INACTIVE);
  }

  /**
   * The target of a redirect; empty if the answer has no {@code Location} header with a valid URL.
   */
  static Optional<URI> target(URI from, ApiResponse answer) {
    try {
      return answer.header("Location").map(String::strip).map(from::resolve);
    } catch (IllegalArgumentException notAnAddress) {
      return Optional.empty(); // the redirect is then not followed
    }
  }
}
