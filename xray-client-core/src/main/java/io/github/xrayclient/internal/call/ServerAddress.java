package io.github.xrayclient.internal.call;

import io.github.xrayclient.internal.http.Origin;
import java.net.URI;
import java.util.Locale;
import java.util.Set;

/** Compares the base URLs of servers. */
public final class ServerAddress {
  /** Other names for {@code localhost}. */
  private static final Set<String> LOCALHOST = Set.of("127.0.0.1", "[::1]", "[0:0:0:0:0:0:0:1]");

  private ServerAddress() {}

  /**
   * Whether two base URLs are those of one server. They may differ in the case of the host, in a
   * default port, in slashes at the end, and in the name for {@code localhost}. Other addresses of
   * this computer, such as {@code 127.0.0.2}, may have servers of their own. A text that is not a
   * URL is equal only to itself.
   */
  public static boolean isSame(String one, String other) {
    return one.equals(other) || normalized(one).equals(normalized(other));
  }

  private static String normalized(String address) {
    URI uri;
    try {
      uri = URI.create(address.strip());
    } catch (IllegalArgumentException e) {
      return address; // a text in a file that somebody edited
    }
    if (uri.getScheme() == null || uri.getHost() == null) {
      return address;
    }
    String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
    String host = uri.getHost().toLowerCase(Locale.ROOT);
    String path = uri.getRawPath() == null ? "" : uri.getRawPath();
    int end = path.length();
    while (end > 0 && path.charAt(end - 1) == '/') {
      end--;
    }
    return scheme + "://" + (LOCALHOST.contains(host) ? "localhost" : host) + ":" + Origin.port(uri)
        + path.substring(0, end);
  }
}
