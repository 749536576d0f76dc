package io.github.xrayclient.diagnostics.internal.refusal.request;

import io.github.xrayclient.diagnostics.internal.refusal.address.DownloadAddress;
import io.github.xrayclient.diagnostics.internal.refusal.text.SearchableText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads a text line by line, as far as its lines may show a status. Not thread-safe. */
final class RequestReader {
  /** A number or word without which no line shows a status. */
  private static final List<String> MARKS = List.of(
      "403",
      "401",
      "407",
      "200",
      "206",
      "304",
      "orbidden",
      "nauthori",
      "ORBIDDEN",
      "NAUTHORI",
      "enied",
      "ENIED",
      "redentials for",
      "uthentication failed for");

  /** The status line of an answer: nothing else is between the request and this line. */
  private static final Pattern STATUS_LINE = Pattern.compile(
      "(?:^|[<\\s\"'\\]])HTTP/[0-9](?:\\.[0-9])? [2-5][0-9][0-9]\\b|awaiting response\\.\\.\\.");

  /** A field of an object: of the body of an answer, or of a client's object with another field for the address. */
  private static final Pattern FIELD = Pattern.compile(
      "[\"']\\w*(?:status|code)\\w*[\"']\\s*:\\s*[0-9]{3}\\b|^\\s*\\w*(?:status|code)\\w*\\s*:\\s*[0-9]{3}\\s*,?\\s*$",
      Pattern.CASE_INSENSITIVE);

  /** The name of a status that npm prints apart from the address. */
  private static final Pattern CODE = Pattern.compile("\\bcode E40[137]\\b");

  /** What a client says of the status if it says nothing of the address. */
  private static final Pattern CLIENT = Pattern.compile(
      "requested URL returned error|tunnel failed|from proxy after CONNECT|\\bserver returned HTTP|\\bcode E40[137]\\b|remote server returned an error|does not indicate success"
          + "|\\bERROR 40[137]:|returned HTTP response code|Response code 40[137]"
          + "|40[137] Client Error|\\bHTTP error 40[137]\\b|http: LogLevel|^HTTP/[0-9.]+ 40[137]\\b",
      Pattern.CASE_INSENSITIVE);

  /** The beginning of another exchange. */
  private static final Pattern NEXT_REQUEST = Pattern.compile(
      "\\bHTTP/[0-9]|awaiting response|--[0-9]{4}-[0-9: -]{10,20}--|^\\s*\\+ |\\bGET https?:");

  /** The address at which clients of registries always get the status 401 first. */
  private static final Pattern VERSION = Pattern.compile(".*/v2/?");

  /** The address of a repository, as apt prints it in place of that of the file. */
  private static final Pattern REPOSITORY =
      Pattern.compile("https?://[^/]+/artifactory/(?:api/[a-z]+/)?[^/.]+/?");

  private static final int LONGEST_BODY = 40;

  private final String log;
  private final int[] next = new int[MARKS.size()];
  private final Conversation conversation;
  private final AddressBehind behind;
  private final List<RequestEvent> events = new ArrayList<>();

  RequestReader(String log) {
    this.log = log;
    this.conversation = new Conversation(log);
    this.behind = new AddressBehind(log);
  }

  /** The events in the order of the text. */
  List<RequestEvent> read() {
    int at = nextMark(0);
    while (at < Integer.MAX_VALUE) {
      LogLine line = LogLine.at(log, at);
      if (!line.isCommand() && !AnsweredAddresses.isOfServer(line)) {
        read(line);
      }
      at = nextMark(Math.max(at + 1, line.end()));
    }
    return List.copyOf(events);
  }

  private int nextMark(int from) {
    int nearest = Integer.MAX_VALUE;
    for (int index = 0; index < next.length; index++) {
      if (next[index] < from || from == 0) {
        next[index] = mark(MARKS.get(index), from);
      }
      nearest = Math.min(nearest, next[index]);
    }
    return nearest;
  }

  private int mark(String mark, int from) {
    int at = log.indexOf(mark, from);
    while (at >= 0 && isOtherNumber(at, mark.length())) {
      at = log.indexOf(mark, at + 1);
    }
    return at < 0 ? Integer.MAX_VALUE : at;
  }

  /** Whether the digits here are a part of a longer number or a name, or an amount of bytes. */
  private boolean isOtherNumber(int at, int length) {
    if (!Character.isDigit(log.charAt(at))) {
      return false;
    }
    int end = at + length;
    char after = end < log.length() ? log.charAt(end) : ' ';
    char unit = end + 1 < log.length() && after == ' ' ? log.charAt(end + 1) : ' ';
    return (at > 0 && isDigitOrPoint(log.charAt(at - 1)))
        || Character.isLetterOrDigit(after)
        || "kKM".indexOf(unit) >= 0;
  }

  private static boolean isDigitOrPoint(char c) {
    return c == '.' || (c >= '0' && c <= '9');
  }

  private void read(LogLine line) {
    List<AnsweredAddress> answers = new ArrayList<>(AnsweredAddresses.in(line));
    boolean isForToken =
        !answers.isEmpty() && AnsweredAddresses.isOfToken(answers.get(0).address());
    if (isForToken && NamedImage.in(line.text()).isPresent()) {
      readImage(line);
      return;
    }
    boolean isAnswered = !answers.isEmpty();
    answers.removeIf(
        answer -> answer.status() == 401 && VERSION.matcher(answer.address()).matches());
    for (AnsweredAddress answer : answers) {
      add(line, Optional.of(answer.address()), answer.status());
    }
    if (isAnswered) {
      return;
    }
    boolean isAnswerForImage = readImage(line);
    if (!isAnswerForImage) {
      List<FoundStatus> statuses = FoundStatus.in(FoundAddress.masked(line.text()));
      if (!statuses.isEmpty()) {
        readStatus(line, statuses.get(statuses.size() - 1).value());
      }
    }
  }

  private boolean readImage(LogLine line) {
    Optional<NamedImage> named = NamedImage.in(line.text());
    boolean isAnswer = ImagePulls.isAnswer(line.text());
    if (named.isEmpty() && !isAnswer) {
      return false;
    }
    Optional<Integer> status = ImagePulls.status(line.text());
    if (status.isEmpty()) {
      return true;
    }
    conversation.readTo(line.start());
    Optional<NamedImage> image = named
        .map(reference -> reference.completedBy(conversation.image()))
        .or(conversation::nearImage);
    image.ifPresentOrElse(
        reference -> add(line, reference, status.get()),
        () -> add(line, Optional.empty(), status.get()));
    return true;
  }

  /** Reads a status on a line without address. */
  private void readStatus(LogLine line, int status) {
    if (AddressBehind.MESSAGE.matcher(line.text()).find()) {
      return; // it says itself of which artifact it speaks
    }
    boolean isField = FIELD.matcher(line.text()).find();
    boolean isStatusLine = STATUS_LINE.matcher(line.text()).find();
    Optional<Conversation.Request> request = Optional.empty();
    boolean isOfProxy = line.text().contains("CONNECT");
    Optional<String> continued = behind.continuing(line);
    if (continued.isPresent()) {
      add(line, continued, status);
      return;
    }
    if (!isField && !isOfProxy && !CODE.matcher(line.text()).find()) {
      conversation.readTo(line.start());
      request = conversation.request(line.text());
    }
    if (request.isPresent()) {
      if (request.get().answer(status, !isStatusLine)) {
        add(line, Optional.of(request.get().address()), status);
      }
      return;
    }
    if (status < 400) {
      return;
    }
    Optional<String> address =
        isOfProxy || isStatusLine || CODE.matcher(line.text()).find()
            ? Optional.empty()
            : behind.besideField(line).or(() -> behind.labelled(line.end(), isField));
    boolean isAlone = CLIENT.matcher(line.text()).find() && !line.text().contains("://");
    if (address.isPresent() || isAlone) {
      add(line, address, status);
    }
  }

  private void add(LogLine line, NamedImage image, int status) {
    Optional<DownloadAddress> place = image.place();
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

  private void add(LogLine line, Optional<String> address, int status) {
    Optional<DownloadAddress> place =
        status < 400 ? Optional.empty() : address.flatMap(RequestReader::place);
    events.add(new RequestEvent(
        line.start(),
        line.end(),
        status,
        address,
        place.flatMap(DownloadAddress::repository),
        place.flatMap(DownloadAddress::storedPath),
        shown(line),
        STATUS_LINE.matcher(line.text()).find() ? bodyLines(line.end()) : 0));
  }

  /** The place in a repository, or the repository if nothing follows it in the address. */
  private static Optional<DownloadAddress> place(String url) {
    Optional<DownloadAddress> place = DownloadAddress.parse(url);
    boolean isRepository = place.flatMap(DownloadAddress::repository).isEmpty()
        && REPOSITORY.matcher(url).matches();
    return isRepository ? DownloadAddress.ofRepository(url) : place;
  }

  /** The number of lines with headers and body of an answer, up to the next request or answer. */
  private int bodyLines(int from) {
    int lines = 0;
    int at = from;
    while (lines < LONGEST_BODY && at >= 0 && at < log.length()) {
      int end = log.indexOf('\n', at + 1);
      String line = log.substring(at, Math.min(end < 0 ? log.length() : end, at + 1_000));
      if (NEXT_REQUEST.matcher(line).find()) {
        return lines;
      }
      at = end;
      lines++;
    }
    return lines;
  }

  private static String shown(LogLine line) {
    return SearchableText.cut(FoundAddress.plainIn(line.text()).strip());
  }
}
