package io.github.xrayclient.diagnostics.internal.refusal.request;

import java.util.regex.Pattern;

/**
 * Tells whether a line says that the server answered an address with the status 403. Other numbers
 * 403, such as sizes, durations and fractions of seconds, do not count.
 */
final class RefusedStatus {
  static final String STATUS = "403";

  /** The number, unless it is a part of another one or the amount of something. */
  private static final String NUMBER = "(?<![0-9]|[0-9][.,:/])" + STATUS
      + "(?![0-9]|[.,/][0-9]|\\s*%|\\s*(?:[kmg]i?b|b|bytes?|[mµn]?s|sec\\w*|min\\w*|files?|packages?"
      + "|artifacts?|items?|rows?|dependencies|modules?|entries|lines?|times)\\b)";

  private static final Pattern IN_WORDS = Pattern.compile(
      "(?:status|code|http|http/[0-9](?:\\.[0-9])?|error|err|fetch|get|head|got|returned|received"
          + "|answered|responded|response|failed|denied|forbidden)"
          + "(?:\\s(?:of|was|is|with|by))?[\\W_]{1,6}" + NUMBER
          + "|" + NUMBER + "[\\W_]{1,6}(?:forbidden|client error|error|from server|for url)\\b",
      Pattern.CASE_INSENSITIVE);

  /** The number as the first word of a line, directly before the address. */
  private static final Pattern BEFORE_ADDRESS =
      Pattern.compile("\\s*[\\[(]?" + NUMBER + "[\\W_]{1,6}");

  /** The number as the last word of a line, after the address and a colon or a dash. */
  private static final Pattern AFTER_ADDRESS =
      Pattern.compile("[\"'`)\\]]?\\s?[:-]\\s{0,3}" + NUMBER + "\\W*");

  private RefusedStatus() {}

  /**
   * Whether the line says so.
   *
   * @param before the text before the address
   * @param after the text after the address
   */
  static boolean isIn(String before, String after) {
    return IN_WORDS.matcher(before + " " + after).find()
        || BEFORE_ADDRESS.matcher(before).matches()
        || AFTER_ADDRESS.matcher(after).matches();
  }
}
