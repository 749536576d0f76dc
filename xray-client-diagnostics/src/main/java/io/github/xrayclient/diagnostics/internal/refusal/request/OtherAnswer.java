package io.github.xrayclient.diagnostics.internal.refusal.request;

import java.util.regex.Pattern;

/** Recognizes an answer that ends a request without a refusal: a success, or a failure for another reason. */
final class OtherAnswer {
  private static final String STATUS =
      "(?<![0-9]|[0-9][.,:/])(?:20[0-6]|304|404|40[5689]|41[0-9]|42[0-9]|451|50[0-9])"
          + FoundStatus.NO_AMOUNT;

  /** The first line of an answer; a proxy that connects has not answered the request. */
  private static final Pattern BEGINNING =
      Pattern.compile("(?:(?:^|[<\\s\"'\\]])HTTP/[0-9](?:\\.[0-9])?|awaiting response\\.\\.\\.) "
          + STATUS + "(?! Connection established)");

  /** A status alone on its line with its meaning, as apt prints it below the address. */
  private static final Pattern ALONE = Pattern.compile(
      "^\\s*" + STATUS + "\\s{1,3}(?:ok|not found|gone|too many requests|internal server error"
          + "|bad gateway|service unavailable|gateway time-?out)\\b",
      Pattern.CASE_INSENSITIVE);

  /** A status beside an address. */
  private static final Pattern BESIDE = Pattern.compile(STATUS, Pattern.CASE_INSENSITIVE);

  /** A word for a success before the address. */
  private static final Pattern DONE = Pattern.compile(
      "(?<!not )(?<!be )\\b(?:downloaded|fetched|retrieved)\\b", Pattern.CASE_INSENSITIVE);

  private OtherAnswer() {}

  /** Whether a line without an address shows such an answer to the request before it. */
  static boolean isIn(String line) {
    return BEGINNING.matcher(line).find() || ALONE.matcher(line).find();
  }

  /** Whether a line shows such an answer to the request for its address, in whose place are letters. */
  static boolean isBeside(FoundAddress address, String masked) {
    return BESIDE.matcher(masked).find()
        || DONE.matcher(masked).region(0, address.start()).find();
  }
}
