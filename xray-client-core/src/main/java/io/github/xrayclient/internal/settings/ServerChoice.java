package io.github.xrayclient.internal.settings;

import io.github.xrayclient.internal.auth.Login;
import io.github.xrayclient.internal.auth.SecretText;
import io.github.xrayclient.internal.http.HttpSettings;
import io.github.xrayclient.internal.http.Origin;
import io.github.xrayclient.internal.remedy.RemediableStateException;
import io.github.xrayclient.internal.secret.VisibleText;
import io.github.xrayclient.remedy.Remedy;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The server of a client and how the client logs in there: as a caller sets it, or from environment
 * variables or a profile of JFrog CLI. Not thread-safe.
 */
public final class ServerChoice {
  private @Nullable URI baseUrl;
  private @Nullable URI xrayUrl;
  private @Nullable Login login;
  private @Nullable KnownLogin loginServer; // if the login is not the caller's own
  private @Nullable KnownLogin profileServer;

  /**
   * Sets the URL of the platform.
   *
   * @throws IllegalArgumentException if this is not an http or https URL with a host
   */
  public void baseUrl(String url) {
    baseUrl = BaseUrl.platform("the base URL", url);
  }

  /**
   * Sets the URL of Xray, if it is not below that of the platform.
   *
   * @throws IllegalArgumentException if this is not an http or https URL with a host
   */
  public void xrayUrl(String url) {
    xrayUrl = BaseUrl.service("the URL of Xray", url);
  }

  public void login(Login login) {
    this.login = login;
    this.loginServer = null;
  }

  /**
   * Takes what is not set yet from environment variables.
   *
   * @throws IllegalStateException if they have no URL, or no token for it
   * @throws IllegalArgumentException if the URL or the token is not valid
   */
  public void environment(Map<String, String> variables) {
    ServerVariables servers = new ServerVariables(variables);
    URI server = baseUrl == null ? BaseUrl.platform("the base URL", servers.url()) : baseUrl;
    if (login == null) {
      login = Login.fixed("bearer token", SecretText.tokenHeader(servers.token(server)));
      loginServer =
          new KnownLogin("the server of the environment variables", server, "environment(..)");
    }
    baseUrl = server;
  }

  /**
   * Takes what is not set yet from a profile of JFrog CLI.
   *
   * @param serverId null for the server that the variables or the configuration file choose
   * @throws IllegalStateException if there is no such profile, it cannot be used, or it is for
   *     another server
   */
  public void cliProfile(
      @Nullable String serverId, Map<String, String> variables, TlsSettings tls) {
    CliServer profile = CliConfig.of(variables).server(serverId, variables);
    URI platform = profile.platform();
    KnownLogin found = new KnownLogin(
        "the server \"" + VisibleText.oneLine(profile.id()) + "\" of JFrog CLI",
        platform,
        "the profile");
    found.checkOrigin(baseUrl);
    if (login == null) {
      login = profile.login(Instant.now());
      loginServer = found;
    }
    if (baseUrl == null) {
      baseUrl = platform;
      xrayUrl = xrayUrl == null ? profile.xray() : xrayUrl;
    }
    profile.addCertificate(tls);
    profileServer = found;
  }

  /**
   * Returns settings for this server.
   *
   * @param plainHttp whether {@code http://} URLs of other machines are allowed
   * @throws IllegalStateException if the base URL or the credentials are missing, or if the base
   *     URL has another origin than the environment variables or the profile
   * @throws IllegalArgumentException if a URL is not encrypted although it must be
   */
  public HttpSettings settings(boolean plainHttp) {
    if (baseUrl == null) {
      throw new RemediableStateException(
          "the base URL is missing",
          Remedy.of(Remedy.Kind.NAME_SERVER, "call baseUrl(\"https://…\") before build()"));
    }
    if (login == null) {
      throw new RemediableStateException(
          "the credentials are missing",
          Remedy.of(
              Remedy.Kind.NAME_CREDENTIALS,
              "call credentials(..) before build(), or credentials(Credentials.anonymous()) to send"
                  + " none"));
    }
    if (loginServer != null) {
      loginServer.checkOrigin(baseUrl);
    }
    if (profileServer != null) {
      profileServer.checkOrigin(baseUrl);
    }
    BaseUrl.checkPlainHttp("the base URL", baseUrl, plainHttp);
    if (xrayUrl != null) {
      BaseUrl.checkPlainHttp("the URL of Xray", xrayUrl, plainHttp);
    }
    HttpSettings settings = new HttpSettings(baseUrl, login);
    settings.xray = xrayUrl;
    return settings;
  }

  /**
   * A server of the environment or of JFrog CLI, whose credentials, certificate and address of Xray
   * must not be used for another server. Immutable.
   */
  private static final class KnownLogin {
    private final String name;
    private final URI platform;
    private final String source;

    /**
     * @param source what the caller can leave out instead of the base URL
     */
    KnownLogin(String name, URI platform, String source) {
      this.name = name;
      this.platform = platform;
      this.source = source;
    }

    /**
     * @throws IllegalStateException if the base URL is that of another server
     */
    void checkOrigin(@Nullable URI baseUrl) {
      if (baseUrl != null && !Origin.same(baseUrl, platform)) {
        throw new RemediableStateException(
            name + " is " + platform + ", so its credentials are not sent to " + baseUrl,
            Remedy.of(Remedy.Kind.NAME_CREDENTIALS, "leave out the base URL or " + source));
      }
    }
  }
}
