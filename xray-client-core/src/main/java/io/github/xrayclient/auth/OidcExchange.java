package io.github.xrayclient.auth;

import io.github.xrayclient.internal.auth.Login;
import io.github.xrayclient.internal.auth.OidcRequest;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The exchange of id tokens of a CI system for access tokens of the platform, with its options.
 * Only the provider and the id tokens are required. Immutable and thread-safe.
 *
 * <pre>{@code
 * Credentials credentials = Credentials.oidc(
 *     OidcExchange.of("acme-ci", GitHubActions.idTokens()).projectKey("alpha"));
 * }</pre>
 *
 * @see "JFrog REST APIs: Exchange OIDC Token"
 */
public final class OidcExchange {
  private static final Set<String> OWN_FIELDS =
      Set.of("grant_type", "subject_token_type", "subject_token", "provider_name");

  private final OidcRequest request;

  private OidcExchange(OidcRequest request) {
    this.request = request;
  }

  /**
   * Creates an exchange without options.
   *
   * @param provider the name of the OIDC integration on the platform
   * @param idTokens returns a valid id token, which is a JSON Web Token of the CI system. It is
   *     called before each exchange, and must be thread-safe.
   * @throws IllegalArgumentException if the name of the provider is blank
   */
  public static OidcExchange of(String provider, Supplier<String> idTokens) {
    return new OidcExchange(new OidcRequest(
        text("provider", provider), Objects.requireNonNull(idTokens, "idTokens"), Map.of()));
  }

  /**
   * Returns a copy that uses only the identity mapping with this name. By default, the platform
   * chooses the mapping with the highest priority whose claims match.
   *
   * @throws IllegalArgumentException if the name is blank
   */
  public OidcExchange identityMappingName(String name) {
    return with("identity_mapping_name", "name", name);
  }

  /**
   * Returns a copy for an OIDC integration of this project. By default, the integration is global.
   *
   * @throws IllegalArgumentException if the key is blank
   */
  public OidcExchange projectKey(String key) {
    return with("project_key", "key", key);
  }

  /**
   * Returns a copy that tells the platform the audience of the id token. By default, it is not
   * sent. The platform checks the audience that is in the id token itself.
   *
   * @throws IllegalArgumentException if the audience is blank
   */
  public OidcExchange audience(String audience) {
    return with("audience", "audience", audience);
  }

  /**
   * Returns a copy that tells the platform the kind of CI system, such as {@code GitHub}, {@code
   * Azure} or {@code GenericOidc}. By default, it is not sent.
   *
   * @throws IllegalArgumentException if the type is blank
   */
  public OidcExchange providerType(String type) {
    return with("provider_type", "type", type);
  }

  /**
   * Returns a copy with another field of the request, such as {@code issuer_url}, {@code
   * application_key}, {@code job_id}, {@code run_id}, {@code repo}, {@code revision} or {@code
   * branch}. The value must not be a secret.
   *
   * @throws IllegalArgumentException if the name or the value is blank, or if this library sets the
   *     field itself
   */
  public OidcExchange field(String name, String value) {
    if (OWN_FIELDS.contains(text("name", name))) {
      throw new IllegalArgumentException(
          "name must not be " + name + ", since the client sets this field itself");
    }
    return with(name, "value", value);
  }

  private OidcExchange with(String field, String argument, String value) {
    return new OidcExchange(request.with(field, text(argument, value)));
  }

  private static String text(String argument, String text) {
    if (Objects.requireNonNull(text, argument).isBlank()) {
      throw new IllegalArgumentException(argument + " must not be blank, but was '" + text + "'");
    }
    return text;
  }

  Login login() {
    return Login.oidc(request);
  }

  /** Whether both have the same provider and options, and use the same supplier. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof OidcExchange && request.equals(((OidcExchange) other).request);
  }

  @Override
  public int hashCode() {
    return request.hashCode();
  }

  /** The provider and the options; no secret. */
  @Override
  public String toString() {
    return "OidcExchange(" + request + ")";
  }
}
