package io.github.xrayclient.diagnostics.internal.refusal.serverlog;

import io.github.xrayclient.diagnostics.internal.refusal.address.DownloadAddress;
import io.github.xrayclient.diagnostics.internal.refusal.request.RequestEvent;
import io.github.xrayclient.diagnostics.internal.refusal.text.SearchableText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the downloads in request logs: Artifactory's own, those of the platform's router, and those of a
 * web server such as nginx. They show paths without a host.
 */
public final class RequestLogs {
  private static final int LONGEST_LINE = 8_192;

  /** {@code …|GET|PATH|403|…}, or {@code …|GET|PATH|HTTP/1.1|403|…} before Artifactory 7. */
  private static final Pattern PIPES =
      Pattern.compile("\\|(?:GET|HEAD)\\|([^|]+)\\|(?:HTTP/[0-9.]+\\|)?([1-5]\\d\\d)\\|");

  /** {@code "GET PATH HTTP/1.1" 403}, and the forms {@code status = 403} and {@code "status": 403}. */
  private static final Pattern COMMON =
      Pattern.compile("[\" ](?:GET|HEAD) (/\\S*) HTTP/[0-9.]+\\\\?\""
          + "(?: (?:status = )?|, ?\\\\?\"status\\\\?\" ?: ?\\\\?\"?)([1-5]\\d\\d)\\b");

  private static final Pattern ROUTER_PATH = Pattern.compile("\"RequestPath\" ?: ?\"(/[^\"]*)\"");
  private static final Pattern ROUTER_STATUS =
      Pattern.compile("\"(?:Downstream|Origin)Status\" ?: ?([1-5]\\d\\d)\\b");
  private static final Pattern ROUTER_METHOD =
      Pattern.compile("\"RequestMethod\" ?: ?\"(?:GET|HEAD)\"");

  /** First elements of paths that belong to services and pages of the platform. */
  private static final Set<String> SERVICES =
      Set.of("ui", "webapp", "list", "access", "xray", "router", "metadata", "event", "static");

  private static final Set<String> MARKS =
      Set.of("|GET|", "|HEAD|", "GET /", "HEAD /", "\"RequestPath\"");

  private RequestLogs() {}

  /** The events in the order of the text. */
  public static List<RequestEvent> in(String text) {
    List<RequestEvent> found = new ArrayList<>();
    for (String mark : MARKS) {
      int at = text.indexOf(mark);
      while (at >= 0) {
        int start = text.lastIndexOf('\n', at) + 1;
        int lineFeed = text.indexOf('\n', at);
        int end = lineFeed < 0 ? text.length() : lineFeed;
        if (end - start <= LONGEST_LINE) {
          event(text.substring(start, end), start, end, mark).ifPresent(found::add);
        }
        at = text.indexOf(mark, end);
      }
    }
    found.sort(Comparator.comparingInt(RequestEvent::start));
    return found;
  }

  private static Optional<RequestEvent> event(String line, int start, int end, String mark) {
    if (mark.equals("\"RequestPath\"")) {
      Matcher path = ROUTER_PATH.matcher(line);
      Matcher status = ROUTER_STATUS.matcher(line);
      return path.find() && status.find() && ROUTER_METHOD.matcher(line).find()
          ? event(path.group(1), path.group(1), status.group(1), line, start, end)
          : Optional.empty();
    }
    boolean isPiped = mark.startsWith("|");
    Matcher request = (isPiped ? PIPES : COMMON).matcher(line);
    if (!request.find()) {
      return Optional.empty();
    }
    String path = request.group(1);
    return event(path, isPiped ? inArtifactory(path) : path, request.group(2), line, start, end);
  }

  /** The path on the platform of a path that Artifactory logs without its own context. */
  private static String inArtifactory(String path) {
    String absolute = path.startsWith("/") ? path : "/" + path;
    boolean isComplete = absolute.startsWith("/artifactory/") || absolute.startsWith("/v2/");
    return isComplete ? absolute : "/artifactory" + absolute;
  }

  private static Optional<RequestEvent> event(
      String shown, String path, String status, String line, int start, int end) {
    String[] elements = path.split("/", 4);
    String first = elements.length > 2 && elements[1].equals("artifactory") ? elements[2] : "";
    if (SERVICES.contains(first) || shown.contains("://")) {
      return Optional.empty();
    }
    return DownloadAddress.parse("http://server" + path)
        .filter(address -> address.repository().isPresent())
        .map(address -> new RequestEvent(
            start,
            end,
            Integer.parseInt(status),
            Optional.of(path.replaceFirst("[?#].*", "")),
            address.repository(),
            address.storedPath(),
            SearchableText.cut(line)));
  }
}
