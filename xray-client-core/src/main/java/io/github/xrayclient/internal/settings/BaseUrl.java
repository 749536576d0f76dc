package io.github.xrayclient.internal.settings;

import io.github.xrayclient.internal.http.Origin;
import io.github.xrayclient.internal.remedy.RemediableArgumentException;
import io.github.xrayclient.remedy.Remedy;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Checks the URLs that users give, and removes parts that often are pasted with them. */
public final class BaseUrl {
  private static final List<String> SERVICES = List.of("/xray", "/artifactory", "/ui");

  private BaseUrl() {}

  /**
   * Removes query, fragment, slashes at the end, and the name of a service if it is the last path
   * element.
   *
   * @throws IllegalArgumentException if this is not an http or https URL with a host
   */
  public static URI platform(String argument, String url) {
    URI whole = service(argument, url);
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
   * Removes query, fragment and slashes at the end.
   *
   * @throws IllegalArgumentException if this is not an http or https URL with a host
   */
  public static URI service(String argument, String url) {
    URI parsed = parse(argument, Objects.requireNonNull(url, "url").strip());
    return URI.create(parsed.getScheme().toLowerCase(Locale.ROOT)
        + "://"
        + parsed.getRawAuthority()
        + withoutSlashes(parsed.getRawPath()));
  }

  /**
   * Refuses an {@code http} URL, over which credentials would be sent unencrypted.
   *
   * @throws IllegalArgumentException if the URL begins with {@code http://}, its host is not this
   *     one, and plain HTTP is not allowed
   */
  public static void checkPlainHttp(String argument, URI url, boolean allowed) {
    if (url.getScheme().equals("http") && !allowed && !Origin.isThisComputer(url.getHost())) {
      throw new RemediableArgumentException(
          argument + " " + url + " is not encrypted, so others could read the credentials",
          Remedy.of(
              Remedy.Kind.ALLOW_PLAIN_HTTP,
              "use https, or call allowPlainHttp() if the network is trusted"));
    }
  }

  /**
   * Refuses an {@code http} URL of another machine, without a way to allow it.
   *
   * @throws IllegalArgumentException if the URL begins with {@code http://} and its host is not
   *     this one
   */
  public static void checkEncrypted(String argument, URI url) {
    if (url.getScheme().equals("http") && !Origin.isThisComputer(url.getHost())) {
      throw new IllegalArgumentException(argument
          + " must begin with https://, since others could read the token otherwise, but was "
          + url);
    }
  }

  private static URI parse(String argument, String url) {
    URI parsed;
    try {
      parsed = new URI(url);
    } catch (URISyntaxException e) {
      // Neither the text nor the cause is shown, since it may contain a password.
      throw new IllegalArgumentException(argument + " is not a URL (" + e.getReason()
          + "); give a URL such as https://acme.example");
    }
    String scheme = parsed.getScheme();
    if (scheme == null || (!scheme.equalsIgnoreCase("https") && !scheme.equalsIgnoreCase("http"))) {
      throw new IllegalArgumentException(
          argument + " must begin with https:// or http://, for example https://acme.example");
    }
    if (parsed.getRawUserInfo() != null) {
      throw new RemediableArgumentException(
          argument + " must not contain a user name or password",
          Remedy.of(Remedy.Kind.NAME_CREDENTIALS, "use credentials(..) for them"));
    }
    if (parsed.getHost() == null) {
      throw new IllegalArgumentException(
          argument + " has no valid host; give a URL such as https://acme.example");
    }
    if (parsed.getPort() == 0 || parsed.getPort() > 65_535) {
      throw new IllegalArgumentException(
          argument + " must have a port between 1 and 65535, but had " + parsed.getPort());
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
}
