package io.github.xrayclient.auth;

import io.github.xrayclient.error.XrayTokenException;
import io.github.xrayclient.internal.auth.Login;
import io.github.xrayclient.internal.auth.SecretText;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The credentials of a client: a bearer token, tokens that are renewed, a user name with a
 * password, or an API key. They are sent to the client's own server only. {@link #toString()} never
 * shows a secret. Credentials are equal if they are of the same kind and send the same secret, or
 * use the same supplier. Immutable and thread-safe.
 *
 * @see "JFrog REST APIs: Authentication"
 */
public abstract class Credentials {
  private static final Credentials ANONYMOUS = new OfLogin(Login.fixed("anonymous", Map.of()));

  private Credentials() {}

  /**
   * Creates credentials with a bearer token: an access, identity or reference token. If the text is
   * an API key, which users often mistake for a token, it is sent as an API key.
   *
   * @throws IllegalArgumentException if the token is blank or contains white space or a character
   *     that is not ASCII; the message does not show the token
   */
  public static Credentials bearer(String token) {
    return new OfLogin(Login.fixed("bearer token", SecretText.tokenHeader(token)));
  }

  /**
   * Creates credentials with tokens of your own source, which expire. The client remembers a token,
   * and asks for another one before it expires: when less than 10 % of its lifetime is left, or
   * less than 30 minutes, but not before half of its lifetime and not earlier than 7 days before
   * its end. If asking fails then, the old token is used as long as it is valid. After a 401, the
   * client asks once more and repeats the request if the token has changed.
   *
   * <pre>{@code
   * Credentials credentials = Credentials.refreshing(
   *     () -> AccessToken.of("a new token", Instant.now().plus(Duration.ofHours(1))));
   * }</pre>
   *
   * <p>One thread asks at a time. The supplier runs on the thread of a call that needs the token.
   * If this call has a {@code totalTimeout}, it runs on a separate thread, which is interrupted
   * when the limit is reached. The supplier must be thread-safe and must not return null. If it
   * throws an exception, the call throws an {@link XrayTokenException} with this exception as its
   * cause.
   */
  public static Credentials refreshing(Supplier<AccessToken> tokens) {
    Objects.requireNonNull(tokens, "tokens");
    return new OfLogin(Login.refreshing("bearer tokens", tokens, () -> {
      AccessToken token = tokens.get();
      return token == null ? null : token.grant();
    }));
  }

  /**
   * Creates credentials for a CI job, which need no stored secret. The client exchanges an id token
   * of the CI system for an access token of the platform. {@link #oidc(OidcExchange)} describes the
   * details, and has further options.
   *
   * @param provider the name of the OIDC integration on the platform
   * @param idTokens returns a valid id token, for example {@code GitHubActions.idTokens()} or
   *     {@code GitLab.idTokens(..)} of the package {@code io.github.xrayclient.ci}
   * @throws IllegalArgumentException if the name of the provider is blank
   */
  public static Credentials oidc(String provider, Supplier<String> idTokens) {
    return oidc(OidcExchange.of(provider, idTokens));
  }

  /**
   * Creates credentials for a CI job with options of the exchange.
   *
   * <p>The exchange is a request to {@code /access/api/v1/oidc/token} below the base URL. It is
   * sent like other requests of the client, but without an {@code Authorization} header; listeners
   * and interceptors see it without its body. The access token is remembered and renewed as {@link
   * #refreshing} describes. If no token can be obtained, a call throws an {@link
   * XrayTokenException}, and its request has no effect: it was not sent, or was refused with 401.
   *
   * <p>The platform needs Artifactory 7.77.3 or later (7.73.1 in the cloud), and an OIDC
   * integration with an identity mapping that matches the claims of the id token.
   *
   * @see "JFrog REST APIs: Exchange OIDC Token"
   */
  public static Credentials oidc(OidcExchange exchange) {
    return new OfLogin(Objects.requireNonNull(exchange, "exchange").login());
  }

  /**
   * Creates credentials with a user name and a password, an API key or a token. Both texts are
   * encoded in UTF-8.
   *
   * @throws IllegalArgumentException if a text is blank or contains a control character, or the
   *     user name contains a colon; the message shows neither of them
   */
  public static Credentials basic(String user, String password) {
    return new OfLogin(Login.fixed("user and password", SecretText.basicHeader(user, password)));
  }

  /**
   * Creates credentials with an API key of Artifactory. JFrog is phasing out API keys, so prefer
   * {@link #bearer(String)}.
   *
   * @throws IllegalArgumentException if the key is blank or contains white space or a character
   *     that is not ASCII; the message does not show the key
   */
  public static Credentials apiKey(String key) {
    return new OfLogin(Login.fixed("API key", SecretText.keyHeader(key)));
  }

  /**
   * Returns credentials that send nothing. They are usually enough only to ping Xray and to read
   * its version.
   */
  public static Credentials anonymous() {
    return ANONYMOUS;
  }

  /** Hides the login from callers, but not from the internal packages of the client. */
  private static final class OfLogin extends Credentials implements Login.Owner {
    private final Login login;

    OfLogin(Login login) {
      this.login = login;
    }

    @Override
    public Login login() {
      return login;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof OfLogin && login.equals(((OfLogin) other).login);
    }

    @Override
    public int hashCode() {
      return login.hashCode();
    }

    @Override
    public String toString() {
      return "Credentials(" + login + ")";
    }
  }
}
