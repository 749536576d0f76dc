package io.github.xrayclient.internal.auth;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.error.XrayApiException;
import io.github.xrayclient.error.XrayTokenException;
import io.github.xrayclient.error.XrayTransportException;
import io.github.xrayclient.http.ApiRequest;
import io.github.xrayclient.http.ApiResponse;
import io.github.xrayclient.internal.json.Json;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Access tokens for which the platform exchanges the id tokens of an OIDC provider. */
final class ExchangedTokens implements TokenSource {
  private static final String PATH = "/access/api/v1/oidc/token";
  private static final long LONGEST_SECONDS = 100L * 365 * 24 * 60 * 60;

  private final OidcRequest oidc;
  private final CallerSupplier<String> idTokens;
  private final URI endpoint;
  private final LoginContext context;

  ExchangedTokens(OidcRequest oidc, LoginContext context) {
    this.oidc = oidc;
    this.idTokens = new CallerSupplier<>("supplier of id tokens", oidc.idTokens());
    this.endpoint = URI.create(context.platform + PATH);
    this.context = context;
  }

  @Override
  public Grant newToken(ApiRequest request) throws InterruptedException {
    String idToken = idToken(request);
    hide(idToken);
    Instant sentAt = context.clock.instant();
    ApiResponse answer;
    try {
      answer = context.exchange.send(exchangeOf(idToken, request));
    } catch (XrayApiException e) {
      throw failed(request, e.getMessage() + "; " + advice(e.statusCode(), idToken), e);
    } catch (XrayTransportException e) {
      throw failed(request, e.getMessage(), e);
    } catch (RuntimeException e) { // for example of an interceptor of the caller
      throw failed(request, "the exchange threw " + e, e);
    }
    return granted(answer, sentAt, request);
  }

  private String idToken(ApiRequest request) throws InterruptedException {
    try {
      return SecretText.token("idToken", idTokens.ask(request));
    } catch (XrayTokenException e) { // it does not name the provider
      throw failed(request, e.problem(), e.getCause());
    } catch (IllegalArgumentException e) {
      throw failed(
          request, "the supplier of id tokens returned no usable token: " + e.getMessage(), e);
    }
  }

  private ApiRequest exchangeOf(String idToken, ApiRequest request) {
    byte[] body;
    try {
      body = Json.MAPPER.writeValueAsBytes(oidc.members(idToken));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a map of texts cannot be written as JSON", e);
    }
    ApiRequest sent = ApiRequest.of("POST", endpoint)
        .withPathTemplate(PATH)
        .withHeader("Content-Type", "application/json")
        .withHeader("Accept", "application/json")
        .withBody(body)
        .withReadOnly(); // it changes nothing that this library manages, and may be repeated
    String userAgent = request.headers().get("User-Agent");
    sent = userAgent == null ? sent : sent.withHeader("User-Agent", userAgent);
    sent = request.timeout().map(sent::withTimeout).orElse(sent);
    return request.retryPolicy().map(sent::withRetryPolicy).orElse(sent);
  }

  private Grant granted(ApiResponse answer, Instant sentAt, ApiRequest request) {
    JsonNode members = members(answer);
    for (String name : List.of("access_token", "refresh_token", "reference_token")) {
      String secret = members.path(name).asText("").strip();
      if (!secret.isEmpty()) {
        hide(secret);
      }
    }
    String token = members.path("access_token").asText("").strip();
    String answered = "POST " + endpoint + " answered " + answer.statusCode();
    if (token.isEmpty()) {
      throw failed(request, answered + " without an access token; check the base URL", null);
    }
    Map<String, String> header;
    try {
      header = SecretText.tokenHeader(token);
    } catch (IllegalArgumentException e) {
      throw failed(request, answered + ", but no header can contain its access token", e);
    }
    return Grant.of(header, expiry(members.path("expires_in"), token, sentAt));
  }

  /** Returns the body as JSON. Jackson's message is not kept, since it may quote a token. */
  private static JsonNode members(ApiResponse answer) {
    try {
      return Json.MAPPER.readTree(answer.body());
    } catch (IOException notJson) {
      return Json.MAPPER.missingNode(); // it then has no token either, which is reported
    }
  }

  /** Returns the end of the lifetime; null if the answer and the token do not tell it. */
  private static @Nullable Instant expiry(JsonNode expiresIn, String token, Instant sentAt) {
    long seconds = expiresIn.isTextual() || expiresIn.canConvertToLong() ? expiresIn.asLong(0) : 0;
    return seconds > 0 && seconds <= LONGEST_SECONDS
        ? sentAt.plusSeconds(seconds)
        : JwtExpiry.of(token);
  }

  private void hide(String secret) {
    context.redactor.remember(Map.of("Authorization", "Bearer " + secret));
  }

  private XrayTokenException failed(ApiRequest request, String reason, @Nullable Throwable cause) {
    return new XrayTokenException(
        request.method(),
        request.uri(),
        "no access token was obtained for an id token of the OIDC provider \""
            + oidc.provider()
            + "\": "
            + reason,
        cause);
  }

  /** Tells what to do after this status. */
  private String advice(int status, String idToken) {
    switch (status) {
      case 400:
        return "check the name of the provider and the other options of the exchange";
      case 401:
      case 403:
        return "check that the platform has an OIDC integration with the name of this provider, and"
            + " that one of its identity mappings matches the issuer, the audience and the claims"
            + " of the id token"
            + expired(idToken);
      case 404:
      case 405:
        return "check the name of the provider; the exchange also needs Artifactory 7.77.3 or later"
            + " (7.73.1 in the cloud) with a subscription that includes OpenID Connect";
      default:
        return status >= 500 || status == 429 ? "try again later" : "check the base URL";
    }
  }

  private String expired(String idToken) {
    Instant end = JwtExpiry.of(idToken);
    return Optional.ofNullable(end)
        .filter(context.clock.instant()::isAfter)
        .map(expiry -> "; this id token expired at " + expiry
            + ", so the job must get a new one, or a longer lifetime for it")
        .orElse("");
  }
}
