package io.github.xrayclient.ci;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.error.XrayException;
import io.github.xrayclient.http.ApiRequest;
import io.github.xrayclient.http.ApiResponse;
import io.github.xrayclient.internal.auth.Login;
import io.github.xrayclient.internal.auth.SecretText;
import io.github.xrayclient.internal.call.Arguments;
import io.github.xrayclient.internal.call.UserAgent;
import io.github.xrayclient.internal.http.ErrorDecoder;
import io.github.xrayclient.internal.http.HttpSettings;
import io.github.xrayclient.internal.http.Pipeline;
import io.github.xrayclient.internal.json.Json;
import io.github.xrayclient.internal.settings.BaseUrl;
import io.github.xrayclient.internal.settings.JdkClientSettings;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Id tokens of a job of GitHub Actions, for {@link Credentials#oidc(String, Supplier)}. Each call
 * of {@link #get()} asks GitHub for a new token. Immutable and thread-safe.
 *
 * <p>The workflow or the job needs this permission:
 *
 * <pre>
 * permissions:
 *   contents: read
 *   id-token: write
 * </pre>
 *
 * @see "GitHub Actions: OpenID Connect"
 */
public final class GitHubActions implements Supplier<String> {
  private static final String URL = "ACTIONS_ID_TOKEN_REQUEST_URL";
  private static final String TOKEN = "ACTIONS_ID_TOKEN_REQUEST_TOKEN";
  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  private final String url;
  private final String audience;
  private final Map<String, String> login;
  private final Consumer<HttpClient.Builder> hook;

  /**
   * @param audience empty for the default of GitHub
   * @param login the header with the request token
   */
  private GitHubActions(
      String url, String audience, Map<String, String> login, Consumer<HttpClient.Builder> hook) {
    this.url = url;
    this.audience = audience;
    this.login = login;
    this.hook = hook;
  }

  /**
   * Returns the id tokens of the job in which this program runs. Their audience is the default of
   * GitHub, the address of the repository's owner, unless {@link #audience} sets another one.
   *
   * @throws IllegalStateException if the program does not run in a job of GitHub Actions, or the
   *     job lacks the permission {@code id-token: write}
   */
  public static GitHubActions idTokens() {
    return idTokens(System.getenv());
  }

  /**
   * Returns the id tokens of a job with these environment variables. GitHub sets {@code
   * ACTIONS_ID_TOKEN_REQUEST_URL} and {@code ACTIONS_ID_TOKEN_REQUEST_TOKEN}.
   *
   * @throws IllegalStateException if one of the two variables is not set
   * @throws IllegalArgumentException if the URL does not begin with {@code https://} and its host
   *     is not {@code localhost} or another loopback address, or if the token cannot be sent in a
   *     header
   */
  public static GitHubActions idTokens(Map<String, String> environment) {
    Arguments.elements(
        "environment", Objects.requireNonNull(environment, "environment").values());
    String url = environment.getOrDefault(URL, "").strip();
    String token = environment.getOrDefault(TOKEN, "").strip();
    if (url.isEmpty() || token.isEmpty()) {
      throw new IllegalStateException((url.isEmpty() ? URL : TOKEN)
          + " is not set, so GitHub gives no id token to this program; run it in a job of"
          + " GitHub Actions that has \"permissions: id-token: write\"");
    }
    BaseUrl.checkEncrypted(URL, BaseUrl.service(URL, url));
    return new GitHubActions(
        url, "", SecretText.tokenHeader(SecretText.token(TOKEN, token)), builder -> {});
  }

  /**
   * Returns a copy whose tokens are for this audience. It must be the audience of the OIDC
   * integration on the platform; {@code jfrog-github} is the default of JFrog's command line.
   *
   * @throws IllegalArgumentException if the audience is blank
   */
  public GitHubActions audience(String audience) {
    return new GitHubActions(url, Arguments.checked("audience", audience), login, hook);
  }

  /**
   * Returns a copy that configures the JDK's HTTP client for the request to GitHub, for example
   * with the proxy of a self-hosted runner. By default, the proxies and certificates of the JVM are
   * used.
   */
  public GitHubActions httpClient(Consumer<HttpClient.Builder> hook) {
    return new GitHubActions(url, audience, login, Objects.requireNonNull(hook, "hook"));
  }

  /**
   * Asks GitHub for a new id token. The request is repeated as by a client with default settings.
   *
   * @throws XrayException if GitHub refuses, or no answer comes
   * @throws IllegalStateException if the answer contains no token
   */
  @Override
  public String get() {
    URI address = address();
    HttpSettings settings = new HttpSettings(
        BaseUrl.service(URL, url), Login.fixed("request token of GitHub Actions", login));
    ApiRequest request = ApiRequest.of("GET", address)
        .withPathTemplate("/{+github}")
        .withHeader("Accept", "application/json")
        .withHeader("User-Agent", UserAgent.TEXT);
    JdkClientSettings client = new JdkClientSettings();
    client.hook(hook);
    try (Pipeline pipeline = Pipeline.of(settings, client::applyTo, TIMEOUT)) {
      ApiResponse answer = pipeline.transport().send(request);
      if (!answer.isSuccess()) {
        throw ErrorDecoder.decode(
            request,
            answer,
            "GitHub Actions gave no id token; check that the job still runs, and that it has"
                + " \"permissions: id-token: write\"",
            pipeline.redaction());
      }
      return idToken(answer);
    }
  }

  /** The address of the request. The URL that GitHub sets already has a query. */
  private URI address() {
    String encoded = URLEncoder.encode(audience, StandardCharsets.UTF_8);
    String separator = url.contains("?") ? "&" : "?";
    return URI.create(audience.isEmpty() ? url : url + separator + "audience=" + encoded);
  }

  /** Returns the token. An exception does not quote the answer, which may contain a token. */
  private String idToken(ApiResponse answer) {
    JsonNode token;
    try {
      token = Json.MAPPER.readTree(answer.body()).path("value");
    } catch (IOException notJson) {
      token = Json.MAPPER.missingNode();
    }
    if (!token.isTextual() || token.asText().isBlank()) {
      throw new IllegalStateException("GET " + BaseUrl.service(URL, url) + " answered "
          + answer.statusCode() + " without an id token; check that " + URL
          + " has the value that GitHub set");
    }
    return token.asText();
  }

  /** Shows the address, without the secret. */
  @Override
  public String toString() {
    return "GitHubActions(" + address() + ")";
  }
}
