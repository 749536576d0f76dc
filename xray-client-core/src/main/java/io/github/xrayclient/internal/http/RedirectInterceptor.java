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
  /** What stands in the address to which an inactive instance redirects everything. */
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

  /** The page of an inactive instance says nothing that a program can use. */
  private static boolean mayFollow(URI from, URI to) {
    return Origin.same(from, to) && !to.toString().contains(INACTIVE);
  }

  /** Where an answer points to; empty if it does not say, or says nothing that is an address. */
  static Optional<URI> target(URI from, ApiResponse answer) {
    try {
      return answer.header("Location").map(String::strip).map(from::resolve);
    } catch (IllegalArgumentException notAnAddress) {
      return Optional.empty(); // the answer stays what it is: a redirect that is not followed
    }
  }
}
