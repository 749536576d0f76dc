package io.github.xrayclient.diagnostics.internal.refusal.answer;

import io.github.xrayclient.diagnostics.internal.refusal.text.SearchableText;
import io.github.xrayclient.diagnostics.internal.refusal.text.TextPiece;
import io.github.xrayclient.diagnostics.refusal.BlockedDownload;
import io.github.xrayclient.diagnostics.refusal.BlockedDownload.Kind;
import java.util.List;

/** Classifies a text that contains no blocked download, by the words that servers use. */
public final class Classification {
  /** The kinds in the order of precedence. */
  private static final List<Kind> BY_WORDS = List.of(
      Kind.PROXY,
      Kind.POSSIBLE_BLOCK_VIA_VIRTUAL,
      Kind.SUSPENDED,
      Kind.AUTH,
      Kind.PERMISSION,
      Kind.UNKNOWN);

  private static final List<String> HTML = List.of("<html", "<!doctype html");
  private static final List<String> UNKNOWN_MANIFEST =
      List.of("manifest unknown", "manifest_unknown");
  private static final List<String> SUSPENDED = List.of(
      "temporarily suspended",
      "temporarily locked",
      "temporarily blocked",
      "user is suspended",
      "user is locked",
      "account is locked",
      "login suspension",
      "recent login failures",
      "recurrent login failures");
  private static final List<String> AUTH = List.of(
      "401 unauthorized",
      "401 authorization required",
      "status code 401",
      "status code: 401",
      "status: 401",
      "error code 401",
      "code e401",
      "authentication required",
      "authentication is required",
      "authentication failed",
      "unauthorized:",
      "bad credentials",
      "invalid credentials",
      "wrong username",
      "incorrect username or password");
  private static final List<String> PERMISSION = List.of(
      "is not permitted",
      "not permitted to",
      "forbidden for user",
      "not authorized",
      "permission denied",
      "requested access to the resource is denied",
      "insufficient permission",
      "does not have permission",
      "lacks permission");

  /** The classification of an empty text. */
  public static final Classification NOTHING = new Classification(Kind.UNKNOWN, "");

  private final Kind kind;
  private final String message; // empty if the text as a whole was classified

  private Classification(Kind kind, String message) {
    this.kind = kind;
    this.message = message;
  }

  /**
   * Classifies a text.
   *
   * @param messages the messages of servers in JSON that is part of the text. In these messages, a
   *     general word such as "forbidden" is enough for a classification.
   */
  public static Classification of(String text, List<TextPiece> messages) {
    for (TextPiece message : messages) {
      Kind kind = ofMessage(message);
      if (kind != Kind.UNKNOWN) {
        SearchableText words = message.text();
        return new Classification(kind, words.quote(0, words.length()));
      }
    }
    String folded = SearchableText.of(text).folded();
    return new Classification(holds(folded, HTML) ? Kind.PROXY : ofWords(folded), "");
  }

  /** Classifies a response by its status, for a text that alone does not tell the kind. */
  public static Kind of(int status, String text) {
    if (status == 401) {
      return Kind.AUTH;
    }
    return status == 403 && SearchableText.of(text).folded().contains("forbidden")
        ? Kind.PERMISSION
        : Kind.UNKNOWN;
  }

  /** Combines the classifications of this part of a text and of a later part. */
  public Classification or(Classification later) {
    return later.rank() < rank() ? later : this;
  }

  public BlockedDownload block(String text) {
    return BlockedDownload.builder()
        .kind(kind)
        .text(message.isEmpty() ? SearchableText.cut(text) : message)
        .build();
  }

  private int rank() {
    return message.isEmpty() ? 1 + BY_WORDS.indexOf(kind) : 0;
  }

  private static Kind ofMessage(TextPiece message) {
    String words = message.text().folded();
    Kind kind = ofWords(words);
    if (kind != Kind.UNKNOWN) {
      return kind;
    }
    String code = message.beside("code").orElse("");
    if (code.equalsIgnoreCase("MANIFEST_UNKNOWN")) {
      return Kind.POSSIBLE_BLOCK_VIA_VIRTUAL;
    }
    if (message.status() == 401
        || code.equalsIgnoreCase("UNAUTHORIZED")
        || words.contains("unauthorized")) {
      return Kind.AUTH;
    }
    return words.contains("forbidden") || code.equalsIgnoreCase("DENIED")
        ? Kind.PERMISSION
        : Kind.UNKNOWN;
  }

  private static Kind ofWords(String folded) {
    if (holds(folded, UNKNOWN_MANIFEST)) {
      return Kind.POSSIBLE_BLOCK_VIA_VIRTUAL;
    }
    if (holds(folded, SUSPENDED)) {
      return Kind.SUSPENDED;
    }
    if (holds(folded, AUTH)) {
      return Kind.AUTH;
    }
    return holds(folded, PERMISSION) ? Kind.PERMISSION : Kind.UNKNOWN;
  }

  private static boolean holds(String folded, List<String> words) {
    return words.stream().anyMatch(folded::contains);
  }
}
