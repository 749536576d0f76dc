package io.github.xrayclient.internal.http;

import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.error.XrayTransportException;
import io.github.xrayclient.http.ApiRequest;
import io.github.xrayclient.http.ApiResponse;
import io.github.xrayclient.http.Interceptor;
import io.github.xrayclient.http.Transport;
import io.github.xrayclient.internal.secret.Redactor;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * Adds the client's credentials to requests to the platform, and to no other origin, unless the
 * request already has credentials. After a 401, it asks a token supplier for another token and
 * repeats the request. Fixed credentials are never sent twice, since servers suspend users after
 * failed logins.
 */
final class CredentialsInterceptor implements Interceptor {
  private static final List<String> SECRET_HEADERS =
      List.of("Authorization", "Proxy-Authorization", "X-JFrog-Art-Api", "Cookie");

  private static final List<String> LOGIN_HEADERS = List.of("Authorization", "X-JFrog-Art-Api");

  private final List<URI> origins;
  private final Credentials credentials;
  private final Redactor redactor;

  /**
   * @param redactor is given every secret before it is sent
   */
  CredentialsInterceptor(List<URI> origins, Credentials credentials, Redactor redactor) {
    this.origins = origins;
    this.credentials = credentials;
    this.redactor = redactor;
    if (!credentials.rotating()) {
      redactor.remember(credentials.headers());
    }
  }

  @Override
  public ApiResponse intercept(ApiRequest request, Transport next) {
    rememberSecretsOf(request);
    if (origins.stream().noneMatch(origin -> Origin.same(request.uri(), origin))
        || LOGIN_HEADERS.stream().anyMatch(request.headers()::containsKey)) {
      return next.send(request);
    }
    Map<String, String> first = ask(request);
    redactor.remember(first);
    ApiResponse answer = next.send(with(request, first));
    if (answer.statusCode() != 401 || !credentials.rotating()) {
      return answer;
    }
    Map<String, String> second = ask(request);
    redactor.remember(second);
    return second.equals(first) ? answer : next.send(with(request, second));
  }

  private Map<String, String> ask(ApiRequest request) {
    try {
      return credentials.rotating() && request.totalTimeout().isPresent()
          ? new SeparateThread<>("xray-client-token", credentials::headers).result()
          : credentials.headers();
    } catch (RuntimeException e) {
      throw e;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw noToken(request, "the thread was interrupted while waiting for a token", e);
    } catch (Exception e) { // languages other than Java allow undeclared checked exceptions
      throw noToken(request, "the token supplier threw " + e, e);
    }
  }

  private static XrayTransportException noToken(ApiRequest request, String problem, Exception e) {
    return new XrayTransportException(
        XrayTransportException.Kind.NOT_SENT, request.method(), request.uri(), problem, e);
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
