package io.github.xrayclient.diagnostics.internal.refusal.answer;

import io.github.xrayclient.diagnostics.internal.refusal.text.LocatedBlock;
import io.github.xrayclient.diagnostics.internal.refusal.text.SearchableText;
import io.github.xrayclient.diagnostics.internal.refusal.text.TextPiece;
import io.github.xrayclient.diagnostics.refusal.BlockedDownload;
import io.github.xrayclient.diagnostics.refusal.BlockedDownload.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the messages in JSON that has the form of a server's answer, such as {@code
 * {"errors":[{"status":403,"message":"…"}]}} and {@code {"error":"…"}}. JSON that tools write about
 * themselves, such as the records of a log, has other fields.
 */
final class JsonAnswers {
  private static final Set<String> FIELDS = Set.of(
      "status",
      "statusCode",
      "code",
      "message",
      "detail",
      "details",
      "error",
      "errors",
      "error_description",
      "path",
      "timestamp",
      "title",
      "type",
      "instance",
      "success",
      "requestId",
      "request_id",
      "traceId",
      "documentation_url");

  private JsonAnswers() {}

  /** The answers, in the order of the text. */
  static List<LocatedBlock> in(List<TextPiece> messages) {
    List<LocatedBlock> found = new ArrayList<>();
    for (TextPiece message : messages) {
      if (isOfServer(message)) {
        kind(message).ifPresent(kind -> add(message, kind, found));
      }
    }
    return found;
  }

  /** Adds an answer, unless it is a further error in JSON of which one is known. */
  private static void add(TextPiece message, Kind kind, List<LocatedBlock> found) {
    LocatedBlock answer =
        message.inSearchedText(new LocatedBlock(0, message.text().length(), answer(message, kind)));
    boolean isFurther = !found.isEmpty() && found.get(found.size() - 1).start() == answer.start();
    if (!isFurther) {
      found.add(answer);
    }
  }

  private static BlockedDownload answer(TextPiece message, Kind kind) {
    SearchableText words = message.text();
    String text = words.quote(0, words.length());
    int status = message.status();
    return AnswerPlace.in(text)
        .addTo(BlockedDownload.builder()
            .kind(kind)
            .text(text)
            .status(status >= 400 && status < 500 ? Optional.of(status) : Optional.empty()))
        .build();
  }

  private static Optional<Kind> kind(TextPiece message) {
    String words = message.text().folded();
    if (words.contains("download blocking policy") || words.contains("packages curation")) {
      return Optional.empty(); // a message of Xray or Curation
    }
    return AnswerWords.ofMessage(words, message.status(), message.beside("code").orElse(""));
  }

  private static boolean isOfServer(TextPiece message) {
    Set<String> fields = message.fields();
    String code = message.beside("code").orElse("");
    if (!FIELDS.containsAll(fields)
        || (!code.isEmpty() && !AnswerWords.isCodeOfRegistry(code))
        || message.text().folded().contains("://")) {
      return false;
    }
    boolean isAlone = fields.size() == 1;
    return isAlone
        || message.field().equals("error")
        || fields.contains("status")
        || fields.contains("statusCode")
        || fields.contains("errors")
        || fields.contains("code");
  }
}
