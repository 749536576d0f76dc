package io.github.xrayclient.diagnostics.internal.refusal.address;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The parts of a URL that say where a file is. User, query and fragment are not kept. Immutable. */
final class UrlParts {
  private static final Pattern SCHEME =
      Pattern.compile("[a-z][a-z0-9+.-]*://", Pattern.CASE_INSENSITIVE);

  private static final Pattern URL_IN_TEXT =
      Pattern.compile("[a-z][a-z0-9+.-]{0,20}://[^\\s\"'`<>]*", Pattern.CASE_INSENSITIVE);

  /** HTTP, also behind the name of an index as in {@code sparse+https://} and {@code git+https://}. */
  private static final Pattern HTTP =
      Pattern.compile("(?:[a-z]+\\+)?(?<scheme>https?://)", Pattern.CASE_INSENSITIVE);

  /** A host. CI systems write {@code ***} or {@code [MASKED]} in place of one that is secret. */
  private static final String HOST = "\\[[0-9A-Za-z_:.]{1,253}\\]|[\\p{L}\\p{N}_.*-]{1,253}";

  private static final Pattern AUTHORITY =
      Pattern.compile("(?<host>" + HOST + ")(?::(?<port>[0-9]{1,5}))?");

  /** The beginning of a placeholder for a host. */
  private static final Pattern TEMPLATE = Pattern.compile("[<{$]");

  /** The end of a user and a password, before a host that is certain by what follows it. */
  private static final Pattern END_OF_USER =
      Pattern.compile("@(?=[\\p{L}\\p{N}_-]*[.:][\\p{L}\\p{N}_.:-]*/(?:artifactory|api|v2)/)");

  private static final Pattern BEHIND_HOST = Pattern.compile("/(?:artifactory|api|v2)/");

  private static final int LONGEST_ELEMENT = 255;
  private static final int LONGEST_PATH = 1024 + LONGEST_ELEMENT; // of the folder and of the file

  private static final int MOST_SIGNS = 8; // of "@" in a password

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
    Matcher http = HTTP.matcher(url);
    if (!http.lookingAt()) {
      return Optional.empty();
    }
    String rest = withoutUser(url.substring(http.end()));
    int end = firstOf("/?#", rest, 0);
    String authority = rest.substring(0, end);
    Matcher parts = AUTHORITY.matcher(authority);
    if (!parts.matches()) {
      return Optional.empty();
    }
    return Optional.of(new UrlParts(
        http.group("scheme") + authority,
        parts.group("host").toLowerCase(Locale.ROOT),
        Optional.ofNullable(parts.group("port")).map(Integer::valueOf),
        rest.substring(end, firstOf("?#", rest, end))));
  }

  /** The text with each URL in it without user and password. */
  static String withoutCredentialsIn(String text) {
    return text.contains("://")
        ? URL_IN_TEXT
            .matcher(text)
            .replaceAll(url -> Matcher.quoteReplacement(withoutCredentials(url.group())))
        : text;
  }

  /** The text without the user and the password before its host. Other text is returned as it is. */
  static String withoutCredentials(String url) {
    Matcher scheme = SCHEME.matcher(url);
    return scheme.lookingAt() ? scheme.group() + withoutUser(url.substring(scheme.end())) : url;
  }

  /** Cuts off the user; a password may contain any character, though it should be escaped. */
  private static String withoutUser(String rest) {
    String host = rest;
    for (int start = 1, tries = 0; start > 0 && tries < MOST_SIGNS; tries++) {
      start = startOfHost(host);
      host = host.substring(start);
    }
    return host;
  }

  /** The position behind a user, or behind a part of it; 0 if the text begins with a host. */
  private static int startOfHost(String rest) {
    Matcher user = END_OF_USER.matcher(rest);
    if (user.find() && isUser(rest.substring(0, user.start()))) {
      return user.end();
    }
    int end = firstOf("/?#", rest, 0);
    int at = rest.lastIndexOf('@', end);
    boolean isHost = AUTHORITY.matcher(rest).region(0, end).matches();
    boolean isWhole = at >= 0 || isHost || TEMPLATE.matcher(rest).lookingAt();
    return 1 + (isWhole ? at : rest.indexOf('@', end));
  }

  private static boolean isUser(String text) {
    return text.indexOf(':') >= 0 && !BEHIND_HOST.matcher(text).find();
  }

  private static int firstOf(String characters, String text, int from) {
    int at = from;
    while (at < text.length() && characters.indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return at;
  }

  /** Whether Artifactory can store a file under this path. */
  static boolean isStorable(String path) {
    return path.length() <= LONGEST_PATH
        && Arrays.stream(path.split("/", -1))
            .allMatch(element -> element.length() <= LONGEST_ELEMENT);
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
    List<String> elements = new ArrayList<>();
    for (String element : path.split("/", -1)) {
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
          && !List.of(path.split("/", -1)).contains("..");
      return Optional.of(path).filter(text -> isPath);
    } catch (IllegalArgumentException malformedEscape) {
      return Optional.empty();
    }
  }

  boolean endsWithSlash() {
    return path.endsWith("/");
  }
}
