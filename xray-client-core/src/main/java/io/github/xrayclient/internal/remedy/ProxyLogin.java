package io.github.xrayclient.internal.remedy;

import io.github.xrayclient.remedy.Remedy;

/** What callers can do if a proxy asks for a login. */
public final class ProxyLogin {
  /** The remedy for exceptions about the login. */
  public static final Remedy REMEDY = Remedy.of(
      Remedy.Kind.LOG_IN_TO_PROXY,
      "give the login in the proxy's URL to proxyFromEnvironment(..), or set an authenticator by"
          + " httpClient(..); for https, the JDK sends a Basic login only if the JVM runs with"
          + " -Djdk.http.auth.tunneling.disabledSchemes= (empty)");

  private ProxyLogin() {}
}
