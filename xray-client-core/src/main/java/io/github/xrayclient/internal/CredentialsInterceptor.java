package io.github.xrayclient.internal;

import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.http.ApiRequest;
import io.github.xrayclient.http.ApiResponse;
import io.github.xrayclient.http.Interceptor;
import io.github.xrayclient.http.Transport;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Adds the credentials to requests to the platform, and to no other origin. After a 401 rotating
 * ones are asked for once more; what does not change is never tried twice, since wrong logins
 * suspend the user.
 */
final class CredentialsInterceptor implements Interceptor {
  private static final int REMEMBERED = 16;

  private final List<URI> origins;
  private final Credentials credentials;
  private final Set<Map<String, String>> recent = new LinkedHashSet<>(); // guarded by itself
  private volatile Map<String, String> last = Map.of();

  CredentialsInterceptor(List<URI> origins, Credentials credentials) {
    this.origins = origins;
    this.credentials = credentials;
  }

  @Override
  public ApiResponse intercept(ApiRequest request, Transport next) {
    if (origins.stream().noneMatch(origin -> Origin.same(request.uri(), origin))) {
      return next.send(request);
    }
    Map<String, String> first = credentials.headers();
    remember(first);
    ApiResponse answer = next.send(with(request, first));
    if (answer.statusCode() != 401 || !credentials.rotating()) {
      return answer;
    }
    Map<String, String> second = credentials.headers();
    remember(second);
    return second.equals(first) ? answer : next.send(with(request, second));
  }

  /** The text without the credentials that were sent lately, should a server repeat them. */
  String redact(String text) {
    String redacted = text;
    for (Map<String, String> headers : remembered()) {
      for (String value : headers.values()) {
        String secret = value.substring(value.indexOf(' ') + 1);
        redacted = hide(secret, redacted);
        if (value.startsWith("Basic ")) {
          String pair = new String(Base64.getDecoder().decode(secret), StandardCharsets.UTF_8);
          redacted = hide(pair.substring(pair.indexOf(':') + 1), redacted);
        }
      }
    }
    return redacted;
  }

  /** Other threads may send with newer credentials before an answer to older ones is read. */
  private void remember(Map<String, String> headers) {
    if (headers.equals(last)) {
      return;
    }
    synchronized (recent) {
      recent.remove(headers);
      recent.add(headers);
      if (recent.size() > REMEMBERED) {
        recent.remove(recent.iterator().next());
      }
      last = headers;
    }
  }

  private List<Map<String, String>> remembered() {
    synchronized (recent) {
      return List.copyOf(recent);
    }
  }

  /** What is very short would be found in any text, and is no secret worth the name. */
  private static String hide(String secret, String text) {
    return secret.length() < 6 ? text : text.replace(secret, "***");
  }

  private static ApiRequest with(ApiRequest request, Map<String, String> headers) {
    ApiRequest sent = request;
    for (Map.Entry<String, String> header : headers.entrySet()) {
      sent = sent.withHeader(header.getKey(), header.getValue());
    }
    return sent;
  }
}
