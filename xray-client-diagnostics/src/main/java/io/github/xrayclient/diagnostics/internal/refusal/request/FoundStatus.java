package io.github.xrayclient.diagnostics.internal.refusal.request;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A place in a line at which the HTTP status of an answer stands. Other numbers, such as sizes, durations,
 * line numbers and fractions of seconds, are none. Immutable.
 */
final class FoundStatus {
  private static final String NUMBER = "(?<![0-9]|[0-9][.,:/])(?<status>40[137]|20[0-6])"
      + "(?![0-9a-z]|[.,/][0-9]|\\s*%|\\s*(?:[kmg]i?b|b|bytes?|[mµn]?s|sec\\w*|min\\w*|files?|packages?"
      + "|artifacts?|items?|rows?|dependencies|modules?|entries|lines?|times|tests?|warnings?|errors"
      + "|passed|failed|skipped|tasks?|objects?|assets?|chars|characters|tokens?|records?|points?"
      + "|requests|responses|commits?|cases?|layers?|blocks?|crates?)\\b)";

  /** A number behind a word that announces a status. */
  private static final Pattern BEHIND_WORD = Pattern.compile(
      "(?:status|code|error|response|failed|denied|forbidden|unauthori[sz]ed|\\bhttps?"
          + "(?:/[0-9](?:\\.[0-9])?)?"
          + "|(?<![a-z])(?:err|fetch|get|head|post|put|got|was|returns?|returned|received|answered"
          + "|responded|replied))"
          + "(?:\\s(?:of|was|is|with|by|an?|the|http|status|code|error|response)){0,3}"
          + "[\\W_]{1,6}e?" + NUMBER,
      Pattern.CASE_INSENSITIVE);

  /** A number before its meaning. */
  private static final Pattern BEFORE_MEANING = Pattern.compile(
      NUMBER + "[\\W_]{1,6}(?:forbidden|unauthori[sz]ed|proxy auth|authori[sz]ation required"
          + "|authentication required|access denied|client error|error\\b|from server|for url|ok\\b)",
      Pattern.CASE_INSENSITIVE);

  /** The first word of a line, directly before the address. */
  private static final Pattern BEFORE_ADDRESS =
      Pattern.compile("\\s*[\\[(]?" + NUMBER + "[\\W_]{1,6}", Pattern.CASE_INSENSITIVE);

  /** The last word of a line, after the address and a colon, a dash or a bracket. */
  private static final Pattern BEHIND_ADDRESS = Pattern.compile(
      "[\"'`)\\]>]{0,2}\\s?(?:[:=,-]|[=-]>|[\\[(])\\s{0,3}" + NUMBER + "\\W*",
      Pattern.CASE_INSENSITIVE);

  /** A sentence about a status that may or shall come. */
  private static final Pattern HYPOTHETICAL = Pattern.compile(
      "\\bif (?:you|it|this)\\b|\\be\\.g\\.|\\bfor example\\b|\\bassert"
          + "|\\bexpect(?:s|ed|ing)?\\b[\\W_]{0,3}(?:(?:an?|the|http|status|code|to|be|of)[\\W_]{1,3}){0,4}40[137]",
      Pattern.CASE_INSENSITIVE);

  private final int start;
  private final int end;
  private final int value;

  private FoundStatus(Matcher number) {
    this.start = number.start("status");
    this.end = number.end("status");
    this.value = Integer.parseInt(number.group("status"));
  }

  /** The statuses in a text in which the addresses were made unreadable, from left to right. */
  static List<FoundStatus> in(String masked) {
    List<FoundStatus> found = new ArrayList<>();
    for (Pattern form : List.of(BEHIND_WORD, BEFORE_MEANING)) {
      Matcher number = form.matcher(masked);
      while (number.find()) {
        found.add(new FoundStatus(number));
      }
    }
    return found.isEmpty() || HYPOTHETICAL.matcher(masked).find() ? List.of() : decisive(found);
  }

  /** The status that a line shows beside its only address and nothing else. */
  static List<FoundStatus> beside(FoundAddress address, String masked) {
    List<FoundStatus> found = new ArrayList<>();
    Matcher before = BEFORE_ADDRESS.matcher(masked).region(0, address.start());
    if (before.matches()) {
      found.add(new FoundStatus(before));
    }
    Matcher behind = BEHIND_ADDRESS.matcher(masked).region(address.end(), masked.length());
    if (behind.matches()) {
      found.add(new FoundStatus(behind));
    }
    return found;
  }

  /** Leaves successes out beside a refusal: "expected status 200, got 403". */
  private static List<FoundStatus> decisive(List<FoundStatus> found) {
    boolean isRefused = found.stream().anyMatch(FoundStatus::isRefusal);
    return found.stream()
        .filter(status -> status.isRefusal() || !isRefused)
        .sorted(Comparator.comparingInt(FoundStatus::start))
        .collect(Collectors.toList());
  }

  private boolean isRefusal() {
    return value >= 400;
  }

  int start() {
    return start;
  }

  int end() {
    return end;
  }

  int value() {
    return value;
  }
}
