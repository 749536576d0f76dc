package io.github.xrayclient.diagnostics.block;

import java.util.List;

/** Says what a text without any block is about, from words that servers use. */
final class Classification {
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
      "recent login failures");
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

  private Classification() {}

  /**
   * @param messages what a server says in JSON that is part of the text; there, one general word
   *     says enough
   */
  static BlockedDownload of(String text, List<RefusalText> messages) {
    String folded = SearchText.of(text).folded();
    for (RefusalText message : messages) {
      BlockKind kind = ofMessage(message);
      if (kind != BlockKind.UNKNOWN) {
        SearchText words = message.text();
        return of(kind, words.quote(0, words.length()));
      }
    }
    return of(holds(folded, HTML) ? BlockKind.PROXY : ofWords(folded), text);
  }

  private static BlockKind ofMessage(RefusalText message) {
    String words = message.text().folded();
    BlockKind kind = ofWords(words);
    if (kind != BlockKind.UNKNOWN) {
      return kind;
    }
    String code = message.beside("code").orElse("");
    if (code.equalsIgnoreCase("MANIFEST_UNKNOWN")) {
      return BlockKind.POSSIBLE_BLOCK_VIA_VIRTUAL;
    }
    if (message.status() == 401
        || code.equalsIgnoreCase("UNAUTHORIZED")
        || words.contains("unauthorized")) {
      return BlockKind.AUTH;
    }
    return words.contains("forbidden") || code.equalsIgnoreCase("DENIED")
        ? BlockKind.PERMISSION
        : BlockKind.UNKNOWN;
  }

  private static BlockKind ofWords(String folded) {
    if (holds(folded, UNKNOWN_MANIFEST)) {
      return BlockKind.POSSIBLE_BLOCK_VIA_VIRTUAL;
    }
    if (holds(folded, SUSPENDED)) {
      return BlockKind.SUSPENDED;
    }
    if (holds(folded, AUTH)) {
      return BlockKind.AUTH;
    }
    return holds(folded, PERMISSION) ? BlockKind.PERMISSION : BlockKind.UNKNOWN;
  }

  private static boolean holds(String folded, List<String> words) {
    return words.stream().anyMatch(folded::contains);
  }

  private static BlockedDownload of(BlockKind kind, String text) {
    return BlockedDownload.builder().kind(kind).text(SearchText.cut(text)).build();
  }
}
