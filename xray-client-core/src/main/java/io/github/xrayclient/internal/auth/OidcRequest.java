package io.github.xrayclient.internal.auth;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a client sends to exchange an id token for an access token. Immutable. */
public final class OidcRequest {
  private final String provider;
  private final Supplier<String> idTokens;
  private final Map<String, String> options;

  /**
   * @param options further members of the request, by their names in JSON
   */
  public OidcRequest(String provider, Supplier<String> idTokens, Map<String, String> options) {
    this.provider = provider;
    this.idTokens = idTokens;
    this.options = new LinkedHashMap<>(options);
  }

  /** Returns a copy with one more option, which replaces an earlier one of the same name. */
  public OidcRequest with(String name, String value) {
    OidcRequest changed = new OidcRequest(provider, idTokens, options);
    changed.options.put(name, value);
    return changed;
  }

  public String provider() {
    return provider;
  }

  Supplier<String> idTokens() {
    return idTokens;
  }

  /** The members of the request. The id token is a secret. */
  Map<String, String> members(String idToken) {
    Map<String, String> members = new LinkedHashMap<>();
    members.put("grant_type", "urn:ietf:params:oauth:grant-type:token-exchange");
    members.put("subject_token_type", "urn:ietf:params:oauth:token-type:id_token");
    members.put("subject_token", idToken);
    members.put("provider_name", provider);
    members.putAll(options);
    return members;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof OidcRequest
        && provider.equals(((OidcRequest) other).provider)
        && idTokens.equals(((OidcRequest) other).idTokens)
        && options.equals(((OidcRequest) other).options);
  }

  @Override
  public int hashCode() {
    return Objects.hash(provider, idTokens, options);
  }

  /** The provider and the options. None of them is a secret. */
  @Override
  public String toString() {
    return "OIDC provider \"" + provider + "\"" + (options.isEmpty() ? "" : " " + options);
  }
}
