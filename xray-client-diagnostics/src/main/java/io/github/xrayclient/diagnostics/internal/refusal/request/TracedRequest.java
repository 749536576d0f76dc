package io.github.xrayclient.diagnostics.internal.refusal.request;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts together the URL of a request from the lines with which a client such as {@code curl -v}
 * traces it. The lines are read in their order. Not thread-safe.
 */
final class TracedRequest {
  private static final Pattern HEADERS = Pattern.compile(
      "(?:>>?|^|\\s)\\s*\"?(?:GET|HEAD) (?<target>/\\S*|https?://\\S+) HTTP/[0-9.]+");

  private static final Pattern HOST = Pattern.compile(
      "(?:>>?|^|\\s)\\s*\"?Host: (?<host>[A-Za-z0-9.-]+|\\[[0-9A-Fa-f:.]+\\])(?<port>:[0-9]{1,5})?");

  private static final Pattern SECURE =
      Pattern.compile("SSL|TLS|ALPN|port 443\\b|HTTP/2|->https:", Pattern.CASE_INSENSITIVE);

  private static final Pattern CONNECTED =
      Pattern.compile("\\* (?:Connected to|  Trying)|Opening connection");

  private Optional<String> path = Optional.empty(); // of a request whose host is still to come
  private boolean secure;

  /** Forgets the lines that were read. */
  void forget() {
    path = Optional.empty();
  }

  /** Reads a line. Returns the URL if it is complete with this line. */
  Optional<String> read(String line) {
    if (!line.contains("HTTP/") && !line.contains("ost: ") && !line.startsWith("* ")) {
      return Optional.empty();
    }
    if (CONNECTED.matcher(line).find()) {
      secure = false;
    }
    secure |= SECURE.matcher(line).find();
    Matcher headers = HEADERS.matcher(line);
    if (headers.find()) {
      Optional<String> target = Optional.of(headers.group("target"));
      path = target.filter(text -> text.startsWith("/"));
      return path.isPresent() ? Optional.empty() : target;
    }
    Matcher host = HOST.matcher(line);
    if (path.isEmpty() || !host.find()) {
      return Optional.empty();
    }
    String port = host.group("port") == null ? "" : host.group("port");
    String scheme = secure || port.isEmpty() || port.endsWith("443") ? "https://" : "http://";
    String url = scheme + host.group("host") + port + path.get();
    path = Optional.empty();
    return Optional.of(url);
  }
}
