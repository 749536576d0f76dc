package io.github.xrayclient.internal.http;

import java.net.URI;

/**
 * Knows what the scheme, host and port of a URL say. Credentials are only sent to the origin of the
 * client.
 */
public final class Origin {
  private Origin() {}

  public static boolean same(URI a, URI b) {
    return a.getScheme() != null
        && a.getHost() != null
        && a.getScheme().equalsIgnoreCase(b.getScheme())
        && a.getHost().equalsIgnoreCase(b.getHost())
        && port(a) == port(b);
  }

  /** Whether a host of a URL is this computer. */
  public static boolean isThisComputer(String host) {
    return host.equalsIgnoreCase("localhost")
        || host.equals("[::1]")
        || host.equals("[0:0:0:0:0:0:0:1]")
        || host.matches("127(\\.\\d{1,3}){3}");
  }

  /** The port of a URL, which is that of its scheme if it names none. */
  public static int port(URI uri) {
    if (uri.getPort() >= 0) {
      return uri.getPort();
    }
    return uri.getScheme().equalsIgnoreCase("https") ? 443 : 80;
  }
}
