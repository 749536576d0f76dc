package io.github.xrayclient.internal.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;

/** The platform's address, from what people paste. */
public final class BaseUrl {
  private static final List<String> SERVICES = List.of("/xray", "/artifactory", "/ui");

  private BaseUrl() {}

  /**
   * Cuts off query, fragment, slashes at the end, and a service's name as the last path element.
   *
   * @throws IllegalArgumentException if it is no absolute http or https address of a host
   */
  public static URI platform(String url) {
    URI whole = service("baseUrl", url);
    String path = whole.getRawPath();
    for (String service : SERVICES) {
      if (path.endsWith(service)) {
        path = withoutSlashes(path.substring(0, path.length() - service.length()));
        break;
      }
    }
    return URI.create(whole.getScheme() + "://" + whole.getRawAuthority() + path);
  }

  /**
   * Cuts off query, fragment and slashes at the end.
   *
   * @throws IllegalArgumentException if it is no absolute http or https address of a host
   */
  public static URI service(String argument, String url) {
    URI parsed = parse(argument, url.strip());
    return URI.create(parsed.getScheme().toLowerCase(Locale.ROOT)
        + "://"
        + parsed.getRawAuthority()
        + withoutSlashes(parsed.getRawPath()));
  }

  /** Refuses an address over which a credential would go in the clear. */
  public static void checkPlainHttp(String argument, URI url, boolean allowed) {
    if (url.getScheme().equals("http") && !allowed && !isLoopback(url.getHost())) {
      throw new IllegalArgumentException(argument
          + " "
          + url
          + " is not encrypted, so credentials could be read on the way; use https, or call"
          + " allowPlainHttp() if the network is trusted");
    }
  }

  private static URI parse(String argument, String url) {
    URI parsed;
    try {
      parsed = new URI(url);
    } catch (URISyntaxException e) {
      // The text is not shown, nor kept as a cause: it may hold a password.
      throw new IllegalArgumentException(argument + " is not a URL (" + e.getReason()
          + "); give one such as https://acme.example");
    }
    String scheme = parsed.getScheme();
    if (scheme == null || (!scheme.equalsIgnoreCase("https") && !scheme.equalsIgnoreCase("http"))) {
      throw new IllegalArgumentException(
          argument + " must begin with https:// or http://, for example https://acme.example");
    }
    if (parsed.getRawUserInfo() != null) {
      throw new IllegalArgumentException(
          argument + " must not hold a user or password; give them as credentials");
    }
    if (parsed.getHost() == null) {
      throw new IllegalArgumentException(
          argument + " names no valid host; give one such as https://acme.example");
    }
    if (parsed.getPort() == 0 || parsed.getPort() > 65_535) {
      throw new IllegalArgumentException(argument + " has a port that is not 1 to 65535");
    }
    return parsed;
  }

  private static String withoutSlashes(String path) {
    int end = path.length();
    while (end > 0 && path.charAt(end - 1) == '/') {
      end--;
    }
    return path.substring(0, end);
  }

  private static boolean isLoopback(String host) {
    return host.equalsIgnoreCase("localhost")
        || host.equals("[::1]")
        || host.matches("127(\\.\\d{1,3}){3}");
  }
}
