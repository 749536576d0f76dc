package io.github.xrayclient.examples.cli;

import io.github.xrayclient.XrayClientBuilder;
import java.util.Map;

/** Uses the proxies of the environment, as other commands do. */
final class Proxies {
  private static final String SCHEMES_WITHOUT_LOGIN = "jdk.http.auth.tunneling.disabledSchemes";

  private Proxies() {}

  /**
   * Uses the proxies of {@code HTTPS_PROXY} and its like. By default, the JDK sends no password to
   * a proxy for https; a command sends it if the user put it into the variable.
   *
   * @throws IllegalArgumentException if a variable is not the URL of a proxy
   */
  static void use(XrayClientBuilder builder, Map<String, String> environment) {
    builder.proxyFromEnvironment(environment);
    if (System.getProperty(SCHEMES_WITHOUT_LOGIN) == null) {
      System.setProperty(SCHEMES_WITHOUT_LOGIN, ""); // the JDK reads it once, with its first client
    }
  }
}
