package io.github.xrayclient.diagnostics.internal.refusal.request;

import io.github.xrayclient.diagnostics.internal.refusal.address.DownloadAddress;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Remembers which request a log showed last, for a status that stands on a line without an address.
 * The lines are read in their order, each once. Not thread-safe.
 */
final class Conversation {
  private static final int LONGEST = 8_192; // characters between a request and its answer

  /** What stands before the address of a request that a tool traces; the answer may be many lines away. */
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
          + "|aria2c|axel|http|https|queried|add|invoke-webrequest|invoke-restmethod|iwr|irm)\\b",
      Pattern.CASE_INSENSITIVE);

  /** The progress of Maven's resolver, which names the artifact again if it could not be downloaded. */
  private static final Pattern RESOLVER = Pattern.compile("\\bDownloading from [^\\s:]+: $");

  /** The number of a parallel download or a step, at the beginning of its lines. */
  private static final Pattern NUMBERED =
      Pattern.compile("\\s*(?:\\[[0-9]{1,6}\\]|\\([0-9]{1,6}\\)|#[0-9]{1,6})\\s");

  /** A masked address in quotes, alone on the line before the rest of its sentence. */
  private static final Pattern QUOTED = Pattern.compile("\\s*([\"'`])x+\\1:\\s*");

  /** A masked address alone on its line, as wget prints it above a trace, or behind the label of Cypress. */
  private static final Pattern ALONE =
      Pattern.compile("\\s*(?:x+:|url: x+)\\s*", Pattern.CASE_INSENSITIVE);

  private final String log;
  private int read;
  private String number = ""; // at the beginning of the line
  private int line;
  private Optional<Request> last = Optional.empty();
  private Optional<NamedImage> image = Optional.empty();
  private int imageLine;
  private final TracedRequest trace = new TracedRequest();

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
    trace.forget();
  }

  private void read(String text) {
    number = number(text);
    trace.read(text).ifPresent(url -> request(url, Reach.OF_TRACE));
    if (text.contains("://")) {
      readAddress(text);
    } else if (text.startsWith("+ ") || isAnswered(text)) {
      last = Optional.empty(); // another command, or the end of the request
    }
    if (text.contains("mage ") || text.contains("pull")) {
      Optional<NamedImage> named = NamedImage.in(text);
      if (named.isPresent()) {
        image = named;
        imageLine = line;
      }
    }
  }

  /** Whether the last request has an answer in this line that is no refusal. */
  private boolean isAnswered(String text) {
    return last.filter(request -> request.isOf(number)).isPresent() && OtherAnswer.isIn(text);
  }

  private static String number(String text) {
    Matcher numbered = NUMBERED.matcher(text);
    return numbered.lookingAt() ? numbered.group().strip() : "";
  }

  private void readAddress(String text) {
    List<FoundAddress> addresses = FoundAddress.in(text);
    if (addresses.isEmpty()) {
      return;
    }
    FoundAddress address = addresses.get(addresses.size() - 1);
    String masked = FoundAddress.masked(text);
    if (!FoundStatus.in(masked).isEmpty() || OtherAnswer.isBeside(address, masked)) {
      last = Optional.empty(); // this request has its answer
      return;
    }
    String before = masked.substring(0, address.start());
    boolean isOne = addresses.stream().map(FoundAddress::url).distinct().count() == 1;
    if (REQUEST.matcher(before).find() || ALONE.matcher(masked).matches()) {
      request(address.url(), Reach.OF_TRACE);
    } else if (QUOTED.matcher(masked).matches()) {
      request(address.url(), Reach.OF_SENTENCE);
    } else if (isOne && FAILURE.matcher(masked).find()) {
      request(address.url(), Reach.OF_FAILURE);
    } else if (METHOD.matcher(before).find()) {
      request(address.url(), Reach.OF_PROGRESS);
    } else if (isOne
        && !RESOLVER.matcher(before).find()
        && PROGRESS.matcher(before).find()) {
      request(address.url(), Reach.OF_PROGRESS);
    }
  }

  private void request(String url, Reach reach) {
    boolean isOneOfSeveral = reach == Reach.OF_PROGRESS
        && request("")
            .filter(other -> other.answered == 0 && !other.address.equals(url))
            .isPresent();
    last =
        Optional.of(new Request(DownloadAddress.plain(url), reach, number, line, isOneOfSeveral));
  }

  /** The address of the request that a status on the line with this text answers. */
  Optional<Request> request(String text) {
    String own = number(text);
    return last.filter(request -> request.isOf(own))
        .filter(
            request -> line - request.line <= (request.isOneOfSeveral ? 1 : request.reach.lines));
  }

  /** The image that was named last. */
  Optional<NamedImage> image() {
    return image;
  }

  /** The image that was named last, if this was on one of the last lines. */
  Optional<NamedImage> nearImage() {
    return image.filter(named -> line - imageLine <= Reach.OF_TRACE.lines);
  }

  /** How many lines may lie between a request and its answer, by what the line with the request is. */
  private enum Reach {
    OF_SENTENCE(1),
    OF_TRACE(60),
    OF_FAILURE(4),
    OF_PROGRESS(6);

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

    /** Whether a line with this number, which may be empty, may be about this request. */
    private boolean isOf(String other) {
      return other.isEmpty() || number.isEmpty() || other.equals(number);
    }

    /** Records an answer. Returns false if a summary only repeats the status of the answer before. */
    boolean answer(int status, boolean isSummary) {
      boolean isNew = !isSummary || answered != status;
      answered = status;
      return isNew;
    }
  }
}
