package io.github.xrayclient.diagnostics.internal.refusal.address;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The parts of a URL that say where a file is. User, query and fragment are never kept. Immutable. */
final class UrlParts {
  private static final Pattern SCHEME =
      Pattern.compile("([a-z][a-z0-9+.-]*)://", Pattern.CASE_INSENSITIVE);

  private static final String HOST = "\\[[0-9A-Fa-f:.]+\\]|[\\p{L}\\p{N}_.-]+";
  private static final Pattern AUTHORITY =
      Pattern.compile("(?<host>" + HOST + ")(?::(?<port>[0-9]{1,5}))?");

  /** The beginning of a placeholder for a host. */
  private static final Pattern TEMPLATE = Pattern.compile("[<{$]");

  /** The rest of a password with a slash, before the host to which it belongs. */
  private static final Pattern REST_OF_PASSWORD = Pattern.compile(
      "(?<!/)@(?=[\\p{L}\\p{N}_-]*[.:][\\p{L}\\p{N}_.:-]*/(?:artifactory|api|v2)/)");

  private final String origin;
  private final String host;
  private final Optional<Integer> port;
  private final String path;

  private UrlParts(String origin, String host, Optional<Integer> port, String path) {
    this.origin = origin;
    this.host = host;
    this.port = port;
    this.path = path;
  }

  /** Reads a URL; empty if it does not begin with {@code http://} or {@code https://} and a host. */
  static Optional<UrlParts> of(String url) {
    Matcher scheme = SCHEME.matcher(url);
    if (!scheme.lookingAt() || !scheme.group(1).toLowerCase(Locale.ROOT).startsWith("http")) {
      return Optional.empty();
    }
    String rest = withoutUser(url.substring(scheme.end()));
    int end = firstOf("/?#", rest, 0);
    String authority = rest.substring(0, end);
    Matcher parts = AUTHORITY.matcher(authority);
    if (!parts.matches()) {
      return Optional.empty();
    }
    return Optional.of(new UrlParts(
        scheme.group() + authority,
        parts.group("host").toLowerCase(Locale.ROOT),
        Optional.ofNullable(parts.group("port")).map(Integer::valueOf),
        rest.substring(end, firstOf("?#", rest, end))));
  }

  /** The text without the user and the password before its host. Other text is returned as it is. */
  static String withoutCredentials(String url) {
    Matcher scheme = SCHEME.matcher(url);
    return scheme.lookingAt() ? scheme.group() + withoutUser(url.substring(scheme.end())) : url;
  }

  /** Cuts off the user; a password may contain any character, though it should be escaped. */
  private static String withoutUser(String rest) {
    int end = firstOf("/?#", rest, 0);
    int at = rest.lastIndexOf('@', end);
    if (at >= 0) {
      return rest.substring(at + 1);
    }
    if (!AUTHORITY.matcher(rest).region(0, end).matches()) {
      int later = TEMPLATE.matcher(rest).lookingAt() ? -1 : rest.indexOf('@', end);
      return later < 0 ? rest : withoutUser(rest.substring(later + 1));
    }
    Matcher password = REST_OF_PASSWORD.matcher(rest);
    return password.find() ? rest.substring(password.end()) : rest;
  }

  private static int firstOf(String characters, String text, int from) {
    int at = from;
    while (at < text.length() && characters.indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return at;
  }

  /** The URL without user, query and fragment. */
  String address() {
    return origin + path;
  }

  /** The host in lower case. */
  String host() {
    return host;
  }

  Optional<Integer> port() {
    return port;
  }

  /** The elements of the path as they were sent, with escapes; elements without text are left out. */
  List<String> elements() {
    return elements(path);
  }

  /** The elements of a path or a URL; elements without text are left out. */
  static List<String> elements(String path) {
    List<String> elements = new ArrayList<>();
    for (String element : path.split("/")) {
      if (!element.isEmpty()) {
        elements.add(element);
      }
    }
    return elements;
  }

  /** Elements of a path without escapes; empty if there are none, or if they are not a path. */
  static Optional<String> decoded(List<String> elements) {
    try {
      String path = elements.stream()
          .map(element -> URLDecoder.decode(element.replace("+", "%2B"), StandardCharsets.UTF_8))
          .collect(Collectors.joining("/"));
      boolean isPath = !path.isBlank()
          && path.chars().noneMatch(Character::isISOControl)
          && !List.of(path.split("/")).contains("..");
      return Optional.of(path).filter(text -> isPath);
    } catch (IllegalArgumentException malformedEscape) {
      return Optional.empty();
    }
  }

  boolean endsWithSlash() {
    return path.endsWith("/");
  }
}
