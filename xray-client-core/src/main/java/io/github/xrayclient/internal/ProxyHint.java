package io.github.xrayclient.internal;

/** What to say when a proxy wants a login. */
final class ProxyHint {
  static final String TEXT =
      "the JDK sends no Basic login to a proxy for https unless the JVM runs with"
          + " -Djdk.http.auth.tunneling.disabledSchemes= (empty), beside a proxy authenticator set by"
          + " httpClient(..)";

  private ProxyHint() {}
}
