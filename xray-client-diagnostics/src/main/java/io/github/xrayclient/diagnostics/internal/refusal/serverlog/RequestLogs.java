package io.github.xrayclient.diagnostics.internal.refusal.serverlog;

import io.github.xrayclient.diagnostics.internal.refusal.address.DownloadAddress;
import io.github.xrayclient.diagnostics.internal.refusal.request.EarlierRefusals;
import io.github.xrayclient.diagnostics.internal.refusal.request.RequestEvent;
import io.github.xrayclient.diagnostics.internal.refusal.text.LogLine;
import io.github.xrayclient.diagnostics.internal.refusal.text.SearchableText;
import io.github.xrayclient.diagnostics.internal.refusal.text.WordMarks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the downloads in request logs: Artifactory's own, those of the platform's router, and those
 * of a web server such as nginx. They show paths without a host.
 */
public final class RequestLogs {
  /** {@code …|GET|PATH|403|…}, or {@code …|GET|PATH|HTTP/1.1|403|…} before Artifactory 7. */
  private static final Pattern PIPES =
      Pattern.compile("\\|(?:GET|HEAD)\\|([^|]+)\\|(?:HTTP/[0-9.]+\\|)?([1-5]\\d\\d)\\|");

  /** {@code "GET PATH HTTP/1.1" 403}, and the forms {@code status = 403} and {@code "status": 403}. */
  private static final Pattern COMMON =
      Pattern.compile("[\" ](?:GET|HEAD) (/\\S*) HTTP/[0-9.]+\\\\?\""
          + "(?: (?:status = )?|, ?\\\\?\"status\\\\?\" ?: ?\\\\?\"?)([1-5]\\d\\d)\\b");

  /** The name of the server, as clients print it before their request. */
  private static final Pattern CLIENT =
      Pattern.compile("https?://[^\\s/\"]{1,300}[\\s\"']{1,3}(?:GET|HEAD) /");

  private static final Pattern ROUTER_PATH = Pattern.compile("\"RequestPath\" ?: ?\"(/[^\"]*)\"");
  private static final Pattern ROUTER_STATUS =
      Pattern.compile("\"(?:Downstream|Origin)Status\" ?: ?([1-5]\\d\\d)\\b");
  private static final Pattern ROUTER_METHOD =
      Pattern.compile("\"RequestMethod\" ?: ?\"(?:GET|HEAD)\"");

  /** First elements of paths that belong to services and pages of the platform. */
  private static final Set<String> SERVICES =
      Set.of("ui", "webapp", "list", "access", "xray", "router", "metadata", "event", "static");

  /** Every line with a request contains one of these. */
  private static final List<String> MARKS =
      List.of("|GET|", "|HEAD|", "GET /", "HEAD /", "\"RequestPath\"");

  private final EarlierRefusals refused;

  private RequestLogs(EarlierRefusals refused) {
    this.refused = refused;
  }

  /**
   * The events in the order of the text. Successes may be left out if their addresses were not
   * refused before.
   *
   * @param refused the addresses that were refused before; those that this text refuses are added
   */
  public static List<RequestEvent> in(String text, EarlierRefusals refused) {
    RequestLogs logs = new RequestLogs(refused);
    List<RequestEvent> found = new ArrayList<>();
    WordMarks marks = new WordMarks(text, MARKS);
    int at = marks.from(0);
    while (at != WordMarks.NONE) {
      LogLine line = LogLine.at(text, at);
      if (line.isWhole()) {
        logs.event(line).ifPresent(found::add);
      }
      at = marks.from(Math.max(at + 1, line.end()));
    }
    return found;
  }

  private Optional<RequestEvent> event(LogLine line) {
    Matcher routed = ROUTER_PATH.matcher(line.text());
    if (routed.find()) {
      Matcher status = ROUTER_STATUS.matcher(line.text());
      return status.find() && ROUTER_METHOD.matcher(line.text()).find()
          ? event(line, routed.group(1), status.group(1))
          : Optional.empty();
    }
    Matcher piped = PIPES.matcher(line.text());
    if (piped.find()) {
      return event(line, inArtifactory(piped.group(1)), piped.group(2));
    }
    Matcher common = COMMON.matcher(line.text());
    return common.find() && !CLIENT.matcher(line.text()).find()
        ? event(line, common.group(1), common.group(2))
        : Optional.empty();
  }

  /** The path on the platform of a path that Artifactory logs without its own context. */
  private static String inArtifactory(String path) {
    String absolute = path.startsWith("/") ? path : "/" + path;
    boolean isComplete = absolute.startsWith("/artifactory/") || absolute.startsWith("/v2/");
    return isComplete ? absolute : "/artifactory" + absolute;
  }

  private Optional<RequestEvent> event(LogLine line, String path, String status) {
    int number = Integer.parseInt(status);
    if (number < 400 && !refused.mayBeIn(path)) {
      return Optional.empty();
    }
    refused.add(address(path), number, path);
    String[] elements = path.split("/", 4);
    String first = elements.length > 2 && elements[1].equals("artifactory") ? elements[2] : "";
    if (SERVICES.contains(first) || path.contains("://")) {
      return Optional.empty();
    }
    return DownloadAddress.parse("http://server" + path)
        .filter(address -> address.repository().isPresent())
        .map(address -> new RequestEvent(
            line.start(),
            line.end(),
            number,
            Optional.of(address(path)),
            address.repository(),
            address.storedPath(),
            SearchableText.cut(line.text())));
  }

  /** The path without its query, which is the address of the request. */
  private static String address(String path) {
    return path.replaceFirst("[?#].*", "");
  }
}
