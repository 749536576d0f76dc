package io.github.xrayclient.internal.settings;

import io.github.xrayclient.internal.auth.SecretText;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** A proxy, and the login for it if its URL contains one. Immutable. */
final class ProxyUrl {
  private static final int DEFAULT_PORT = 80; // as in other tools of JFrog, which are written in Go

  final Proxy proxy;

  /** The header with the login; empty if there is none. Its value is a secret. */
  final Map<String, String> login;

  private ProxyUrl(Proxy proxy, Map<String, String> login) {
    this.proxy = proxy;
    this.login = login;
  }

  /**
   * Reads the value of a variable, such as {@code http://user:password@proxy.example:3128}. Without
   * a scheme, it is a host with an optional port.
   *
   * @throws IllegalArgumentException if it is not the URL of a proxy that the JDK can use; the
   *     message names the variable, but does not show its value, which may contain a password
   */
  static ProxyUrl of(String variable, String value) {
    URI url = url(variable, value);
    String scheme = url.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("http")) {
      throw new IllegalArgumentException(variable + " must begin with http:// and not with "
          + scheme
          + "://, since the JDK's HTTP client knows no other proxies; the connection to the"
          + " server is encrypted nevertheless if its URL begins with https://");
    }
    if (url.getHost() == null || url.getPort() == 0 || url.getPort() > 65_535) {
      throw notAProxy(variable);
    }
    InetSocketAddress address = InetSocketAddress.createUnresolved(
        url.getHost(), url.getPort() < 0 ? DEFAULT_PORT : url.getPort());
    return new ProxyUrl(
        new Proxy(Proxy.Type.HTTP, address),
        url.getRawUserInfo() == null ? Map.of() : login(variable, url.getRawUserInfo()));
  }

  private static URI url(String variable, String value) {
    try {
      return new URI(value.contains("://") ? value : "http://" + value);
    } catch (URISyntaxException e) { // neither it nor its text is shown, which may be a password
      throw notAProxy(variable);
    }
  }

  private static Map<String, String> login(String variable, String userInfo) {
    int colon = userInfo.indexOf(':');
    try {
      Map<String, String> header = SecretText.basicHeader(
          decoded(colon < 0 ? userInfo : userInfo.substring(0, colon)),
          colon < 0 ? "" : decoded(userInfo.substring(colon + 1)));
      return Map.of("Proxy-Authorization", Objects.requireNonNull(header.get("Authorization")));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(variable + " must have a user name and a password before"
          + " the @, with a colon between them and with % codes for special characters");
    }
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static IllegalArgumentException notAProxy(String variable) {
    return new IllegalArgumentException(variable
        + " is not the URL of a proxy; set it to a URL such as http://proxy.example:3128, with %"
        + " codes for special characters of a password, or unset it");
  }
}
