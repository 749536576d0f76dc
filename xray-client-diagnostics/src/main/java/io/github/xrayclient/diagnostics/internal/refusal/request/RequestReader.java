package io.github.xrayclient.diagnostics.internal.refusal.request;

import io.github.xrayclient.diagnostics.internal.refusal.text.LogLine;
import io.github.xrayclient.diagnostics.internal.refusal.text.WordMarks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the lines of a text that may show a status. Not thread-safe. */
final class RequestReader {
  /** The address at which clients of registries always get the status 401 first. */
  private static final Pattern VERSION = Pattern.compile(".*/v2/?");

  private final String log;
  private final StatusMarks marks;
  private final Conversation conversation;
  private final AddressNearStatus addresses;
  private final RequestEvents events;
  private final EarlierRefusals refused;

  /**
   * @param refused the addresses that were refused before; those that this text refuses are added
   */
  RequestReader(String log, EarlierRefusals refused) {
    this.log = log;
    this.refused = refused;
    this.marks = new StatusMarks(log);
    this.conversation = new Conversation(log);
    this.addresses = new AddressNearStatus(log);
    this.events = new RequestEvents(log, refused);
  }

  /** The events in the order of the text. */
  List<RequestEvent> read() {
    int at = marks.from(0);
    while (at != WordMarks.NONE) {
      LogLine line = LogLine.at(log, at);
      if (!isOtherSuccess(line.text()) && isOfClient(line)) {
        read(line);
      }
      at = marks.from(Math.max(at + 1, line.end()));
    }
    return events.all();
  }

  /**
   * Whether a line shows the address of one request, which had success and was not refused before.
   * Any other address, such as that of a proxy, may stand beside the answer to a request that an
   * earlier line shows.
   */
  private boolean isOtherSuccess(String line) {
    if (!line.contains("://") || StatusMarks.mayRefuse(line) || refused.mayBeIn(line)) {
      return false;
    }
    List<FoundAddress> addresses = FoundAddress.in(line);
    return addresses.size() == 1
        && !AnsweredAddresses.isOfToken(addresses.get(0).url());
  }

  /** Whether a shell echoed this line as the command that it ran next. */
  private static boolean isCommand(String line) {
    String command = line.stripLeading();
    return command.startsWith("+ ") || command.startsWith("++ ") || command.startsWith("$ ");
  }

  /** Whether a client may have written the line about a download. */
  private static boolean isOfClient(LogLine line) {
    return !isCommand(line.text())
        && !TestCode.isIn(line.text())
        && !SqlStatement.isIn(line.text())
        && !AnsweredAddresses.isOfServer(line)
        && !UploadRequests.isUpload(line);
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
    answers.removeIf(answer -> UploadRequests.isAnnounced(log, line, answer.address()));
    for (AnsweredAddress answer : answers) {
      events.add(line, Optional.of(answer.address()), answer.status());
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
        reference -> events.add(line, reference, status.get()),
        () -> events.add(line, Optional.empty(), status.get()));
    return true;
  }

  /** Reads a status on a line without address. */
  private void readStatus(LogLine line, int status) {
    String text = line.text();
    boolean isOfUpload = StatusLine.isCode(text) && UploadRequests.isNamedBehind(log, line);
    if (StatusLine.isMessage(text) || isOfUpload) {
      return;
    }
    Optional<String> continued = addresses.continuing(line);
    if (continued.isPresent()) {
      events.add(line, continued, status);
      return;
    }
    Optional<Conversation.Request> request = Optional.empty();
    if (StatusLine.mayFollowRequest(text)) {
      conversation.readTo(line.start());
      request = conversation.request(text);
    }
    if (request.isPresent()) {
      boolean isNew = request.get().answer(status, !StatusLine.isBeginning(text));
      if (isNew && !UploadRequests.isAnnounced(log, line, request.get().address())) {
        events.add(line, Optional.of(request.get().address()), status);
      }
    } else if (status >= 400) {
      Optional<String> address = StatusLine.mayPrecedeAddress(text)
          ? addresses
              .besideField(line)
              .or(() -> addresses.labelled(line.end(), StatusLine.isField(text)))
          : Optional.empty();
      if (address.isPresent() || StatusLine.isOfClient(text)) {
        events.add(line, address, status);
      }
    }
  }
}
