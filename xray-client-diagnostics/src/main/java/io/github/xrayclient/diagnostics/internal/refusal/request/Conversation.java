package io.github.xrayclient.diagnostics.internal.refusal.request;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a log says before a status that stands on a line without address: which request is the last one.
 * Lines are read from left to right, each once. Not thread-safe.
 */
final class Conversation {
  private static final int LONGEST = 8_192; // characters between a request and its answer

  private static final Pattern HEADERS = Pattern.compile(
      "(?:>>?|^|\\s)\\s*\"?(?:GET|HEAD) (?<target>/\\S*|https?://\\S+) HTTP/[0-9.]+");

  private static final Pattern HOST = Pattern.compile(
      "(?:>>?|^|\\s)\\s*\"?Host: (?<host>[A-Za-z0-9.-]+|\\[[0-9A-Fa-f:.]+\\])(?<port>:[0-9]{1,5})?");

  private static final Pattern SECURE =
      Pattern.compile("SSL|TLS|ALPN|port 443\\b|HTTP/2|->https:", Pattern.CASE_INSENSITIVE);

  private static final Pattern CONNECTED =
      Pattern.compile("\\* (?:Connected to|  Trying)|Opening connection");

  /** A request that a tool writes about at length: the answer may be many lines away. */
  private static final Pattern REQUEST = Pattern.compile(
      "(?:--[0-9]{4}-[0-9: -]{10,20}--|issue another request to this url:)[\\s'\"]{1,3}$",
      Pattern.CASE_INSENSITIVE);

  private static final Pattern METHOD =
      Pattern.compile("(?:^|[\\s\\])(>])(?:GET|HEAD|POST|PUT)[\\s'\"]{1,3}$");

  /** An address whose download failed: the status is on one of the next lines. */
  private static final Pattern FAILURE = Pattern.compile(
      "\\berr:?[0-9]*\\s|fail|\\berror\\b|could not|couldn.?t|cannot|can.?t|unable|refused|reject"
          + "|not (?:be )?(?:download|retriev|fetch)|exception|\\buri=",
      Pattern.CASE_INSENSITIVE);

  /** An address that a tool is about to ask, or a command that does. */
  private static final Pattern PROGRESS = Pattern.compile(
      "\\b(?:download|downloading|fetch|fetching|retrieving|requesting|trying|pulling|getting|accessing"
          + "|opening|installing|loading|acquiring|importing|initializing|transferring|curl|wget"
          + "|aria2c|axel|http|https|add|invoke-webrequest|invoke-restmethod|iwr|irm)\\b",
      Pattern.CASE_INSENSITIVE);

  /** The progress of Maven's resolver, which names the artifact again if it could not be downloaded. */
  private static final Pattern RESOLVER = Pattern.compile("\\bDownloading from [^\\s:]+: $");

  /** The number of a parallel download or a step, at the beginning of its lines. */
  private static final Pattern NUMBERED =
      Pattern.compile("\\s*(?:\\[[0-9]{1,6}\\]|\\([0-9]{1,6}\\)|#[0-9]{1,6})\\s");

  private static final Pattern ALONE = Pattern.compile("\\s*x+:\\s*");

  private final String log;
  private int read;
  private String number = ""; // that the line begins with
  private int line;
  private Optional<Request> last = Optional.empty();
  private Optional<NamedImage> image = Optional.empty();
  private int imageLine;
  private Optional<String> target = Optional.empty(); // of headers whose host is still to come
  private boolean secure;

  Conversation(String log) {
    this.log = log;
  }

  /** Reads the lines before a position, as far as they may matter to it. */
  void readTo(int position) {
    int from = position - LONGEST;
    if (read < from) {
      read = log.indexOf('\n', from) + 1;
      forget();
    }
    while (read < position) {
      int end = log.indexOf('\n', read);
      int next = end < 0 || end > position ? position : end + 1;
      if (next - read < 4_096) {
        read(log.substring(read, end < 0 || end > position ? position : end));
      }
      line += log.startsWith("\n", read) ? 0 : 1; // empty lines do not count
      read = next;
    }
  }

  private void forget() {
    last = Optional.empty();
    image = Optional.empty();
    target = Optional.empty();
  }

  private void read(String text) {
    number = number(text);
    if (text.contains("HTTP/") || text.contains("ost: ") || text.startsWith("* ")) {
      readTrace(text);
    }
    if (text.contains("://")) {
      readAddress(text);
    } else if (text.startsWith("+ ")) {
      last = Optional.empty(); // another command
    }
    if (text.contains("mage ") || text.contains("pull")) {
      Optional<NamedImage> named = NamedImage.in(text);
      if (named.isPresent()) {
        image = named;
        imageLine = line;
      }
    }
  }

  private static String number(String text) {
    Matcher numbered = NUMBERED.matcher(text);
    return numbered.lookingAt() ? numbered.group().strip() : "";
  }

  private void readTrace(String text) {
    if (CONNECTED.matcher(text).find()) {
      secure = false;
    }
    secure |= SECURE.matcher(text).find();
    Matcher headers = HEADERS.matcher(text);
    if (headers.find()) {
      target = Optional.of(headers.group("target"));
      target.filter(whole -> !whole.startsWith("/")).ifPresent(url -> request(url, Reach.FAR));
      return;
    }
    Matcher host = HOST.matcher(text);
    if (target.isPresent() && host.find()) {
      String path = target.get();
      target = Optional.empty();
      if (path.startsWith("/")) {
        String port = host.group("port") == null ? "" : host.group("port");
        boolean isSecure = secure || port.isEmpty() || port.endsWith("443");
        request((isSecure ? "https://" : "http://") + host.group("host") + port + path, Reach.FAR);
      }
    }
  }

  private void readAddress(String text) {
    List<FoundAddress> addresses = FoundAddress.in(text);
    if (addresses.isEmpty()) {
      return;
    }
    FoundAddress address = addresses.get(addresses.size() - 1);
    String masked = FoundAddress.masked(text);
    if (!FoundStatus.in(masked).isEmpty()) {
      last = Optional.empty(); // this request has its answer
      return;
    }
    String before = masked.substring(0, address.start());
    boolean isOne = addresses.stream().map(FoundAddress::url).distinct().count() == 1;
    if (REQUEST.matcher(before).find() || ALONE.matcher(masked).matches()) {
      request(address.url(), Reach.FAR);
    } else if (isOne && FAILURE.matcher(masked).find()) {
      request(address.url(), Reach.NEAR);
    } else if (METHOD.matcher(before).find()) {
      request(address.url(), Reach.NEXT);
    } else if (isOne
        && !RESOLVER.matcher(before).find()
        && PROGRESS.matcher(before).find()) {
      request(address.url(), Reach.NEXT);
    }
  }

  private void request(String url, Reach reach) {
    boolean isOneOfSeveral = reach == Reach.NEXT
        && request("")
            .filter(other -> other.answered == 0 && !other.address.equals(url))
            .isPresent();
    last = Optional.of(new Request(FoundAddress.plain(url), reach, number, line, isOneOfSeveral));
  }

  /** The address of the request that a status on the line with this text answers. */
  Optional<Request> request(String text) {
    String own = number(text);
    return last.filter(
            request -> own.isEmpty() || request.number.isEmpty() || own.equals(request.number))
        .filter(
            request -> line - request.line <= (request.isOneOfSeveral ? 1 : request.reach.lines));
  }

  /** The image that was named last. */
  Optional<NamedImage> image() {
    return image;
  }

  /** The image that was named last, if this was on one of the last lines. */
  Optional<NamedImage> nearImage() {
    return image.filter(named -> line - imageLine <= Reach.FAR.lines);
  }

  /** How many lines may lie between a request and its answer. */
  private enum Reach {
    FAR(60),
    NEAR(4),
    NEXT(6);

    private final int lines;

    Reach(int lines) {
      this.lines = lines;
    }
  }

  /** A request that was seen. */
  static final class Request {
    private final String address;
    private final Reach reach;
    private final String number;
    private final int line;
    private final boolean isOneOfSeveral;
    private int answered;

    private Request(String address, Reach reach, String number, int line, boolean isOneOfSeveral) {
      this.address = address;
      this.reach = reach;
      this.number = number;
      this.line = line;
      this.isOneOfSeveral = isOneOfSeveral;
    }

    String address() {
      return address;
    }

    /** Records an answer. Returns false if a summary only repeats the status of the answer before. */
    boolean answer(int status, boolean isSummary) {
      boolean isNew = !isSummary || answered != status;
      answered = status;
      return isNew;
    }
  }
}
