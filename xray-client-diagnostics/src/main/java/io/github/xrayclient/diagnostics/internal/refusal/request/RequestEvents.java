package io.github.xrayclient.diagnostics.internal.refusal.request;

import io.github.xrayclient.diagnostics.internal.refusal.address.DownloadAddress;
import io.github.xrayclient.diagnostics.internal.refusal.text.LogLine;
import io.github.xrayclient.diagnostics.internal.refusal.text.SearchableText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Collects the events of a log. Not thread-safe. */
final class RequestEvents {
  /** The beginning of another exchange. */
  private static final Pattern NEXT_REQUEST = Pattern.compile(
      "\\bHTTP/[0-9]|awaiting response|--[0-9]{4}-[0-9: -]{10,20}--|^\\s*\\+ |\\bGET https?:");

  /** The address of a repository, which apt prints instead of the address of the file. */
  private static final Pattern REPOSITORY =
      Pattern.compile("https?://[^/]+/artifactory/(?:api/[a-z]+/)?[^/.]+/?");

  private static final int LONGEST_BODY = 40;

  private final String log;
  private final EarlierRefusals refused;
  private final List<RequestEvent> events = new ArrayList<>();
  private int shownLine = -1; // the start of the line whose text was shown last
  private String shown = "";

  /**
   * @param refused gets the addresses that were refused
   */
  RequestEvents(String log, EarlierRefusals refused) {
    this.log = log;
    this.refused = refused;
  }

  /** The events in the order in which they were added. */
  List<RequestEvent> all() {
    return List.copyOf(events);
  }

  /** Adds an answer to the request for an image. */
  void add(LogLine line, NamedImage image, int status) {
    Optional<DownloadAddress> place = image.place();
    refused.add(image.address(), status, line.text());
    events.add(new RequestEvent(
        line.start(),
        line.end(),
        status,
        Optional.of(image.address()),
        place.flatMap(DownloadAddress::repository),
        place.filter(known -> image.hasVersion()).flatMap(DownloadAddress::storedPath),
        shown(line),
        0));
  }

  /** Adds an answer to the request for an address; empty if the log does not show it. */
  void add(LogLine line, Optional<String> address, int status) {
    if (status < 400) {
      events.add(RequestEvent.ofSuccess(line.start(), line.end(), status, address));
      return;
    }
    address.ifPresent(url -> refused.add(url, status, line.text()));
    Optional<DownloadAddress> place = address.flatMap(RequestEvents::place);
    int end = StatusLine.isBeginning(line.text()) ? bodyEnd(line.end()) : line.end();
    events.add(new RequestEvent(
        line.start(),
        end,
        status,
        address,
        place.flatMap(DownloadAddress::repository),
        place.flatMap(DownloadAddress::storedPath),
        shown(line),
        (int) log.substring(line.end(), end).chars().filter(c -> c == '\n').count()));
  }

  /** The place in a repository, or the repository if nothing follows it in the address. */
  private static Optional<DownloadAddress> place(String url) {
    Optional<DownloadAddress> place = DownloadAddress.parse(url);
    boolean isRepository = place.flatMap(DownloadAddress::repository).isEmpty()
        && REPOSITORY.matcher(url).matches();
    return isRepository ? DownloadAddress.ofRepository(url) : place;
  }

  /** The end of the headers and the body of an answer, before the next request or answer. */
  private int bodyEnd(int from) {
    int at = from;
    for (int lines = 0; lines < LONGEST_BODY && at < log.length(); lines++) {
      int lineFeed = log.indexOf('\n', at + 1);
      int end = lineFeed < 0 ? log.length() : lineFeed;
      if (NEXT_REQUEST.matcher(log.substring(at, Math.min(end, at + 1_000))).find()) {
        return at;
      }
      at = end;
    }
    return at;
  }

  /** The text of a line without credentials. It is kept, because a line may have many events. */
  private String shown(LogLine line) {
    if (line.start() != shownLine) {
      shown = SearchableText.cut(FoundAddress.plainIn(line.text()).strip());
      shownLine = line.start();
    }
    return shown;
  }
}
