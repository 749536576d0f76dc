package io.github.xrayclient.internal.http;

import io.github.xrayclient.error.XrayTokenException;
import io.github.xrayclient.error.XrayTransportException;
import io.github.xrayclient.http.ApiRequest;
import io.github.xrayclient.http.ApiResponse;
import io.github.xrayclient.http.Interceptor;
import io.github.xrayclient.http.Transport;
import io.github.xrayclient.internal.auth.Grant;
import io.github.xrayclient.internal.auth.Grants;
import io.github.xrayclient.internal.secret.Redactor;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Adds the client's credentials to requests to the platform, and to no other origin, unless the
 * request already has credentials. After a 401, it obtains another token and repeats the request.
 * Fixed credentials are never sent twice, since servers suspend users after failed logins.
 */
final class CredentialsInterceptor implements Interceptor {
  private static final List<String> SECRET_HEADERS =
      List.of("Authorization", "Proxy-Authorization", "X-JFrog-Art-Api", "Cookie");

  private static final List<String> LOGIN_HEADERS = List.of("Authorization", "X-JFrog-Art-Api");

  private final List<URI> origins;
  private final Grants grants;
  private final Redactor redactor;

  /**
   * @param redactor is given every secret before it is sent
   */
  CredentialsInterceptor(List<URI> origins, Grants grants, Redactor redactor) {
    this.origins = origins;
    this.grants = grants;
    this.redactor = redactor;
  }

  @Override
  public ApiResponse intercept(ApiRequest request, Transport next) {
    rememberSecretsOf(request);
    if (origins.stream().noneMatch(origin -> Origin.same(request.uri(), origin))
        || LOGIN_HEADERS.stream().anyMatch(request.headers()::containsKey)) {
      return next.send(request);
    }
    Grant first = grant(request, null);
    ApiResponse answer = next.send(with(request, first.headers()));
    if (answer.statusCode() != 401) {
      return answer;
    }
    Grant second = grant(request, first);
    return second.headers().equals(first.headers())
        ? answer
        : next.send(with(request, second.headers()));
  }

  /**
   * @param refused the grant that the server refused, or null
   */
  private Grant grant(ApiRequest request, @Nullable Grant refused) {
    String after = refused == null ? "" : "after the server answered 401, ";
    Grant grant;
    try {
      grant = refused == null ? grants.get(request) : grants.insteadOf(refused, request);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new XrayTransportException(
          XrayTransportException.Kind.NOT_SENT,
          request.method(),
          request.uri(),
          after + "the thread was interrupted while waiting for a token",
          e);
    } catch (XrayTokenException e) {
      throw refused == null
          ? e
          : new XrayTokenException(
              request.method(), request.uri(), after + e.problem(), e.getCause());
    }
    redactor.remember(grant.headers());
    return grant;
  }

  /** Remembers secrets in headers that the caller has set, for example for a proxy. */
  private void rememberSecretsOf(ApiRequest request) {
    for (String name : SECRET_HEADERS) {
      String value = request.headers().get(name);
      if (value != null) {
        redactor.remember(Map.of(name, value));
      }
    }
  }

  private static ApiRequest with(ApiRequest request, Map<String, String> headers) {
    ApiRequest sent = request;
    for (Map.Entry<String, String> header : headers.entrySet()) {
      sent = sent.withHeader(header.getKey(), header.getValue());
    }
    return sent;
  }
}
