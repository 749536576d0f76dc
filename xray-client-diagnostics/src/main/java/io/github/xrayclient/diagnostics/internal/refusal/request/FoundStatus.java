package io.github.xrayclient.diagnostics.internal.refusal.request;

import io.github.xrayclient.diagnostics.internal.refusal.text.WordPattern;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A place in a line at which the HTTP status of an answer stands. Other numbers, such as sizes,
 * durations, line numbers and fractions of seconds, are none. Immutable.
 */
final class FoundStatus {
  private static final int MOST = 32; // numbers in a line that are looked at
  private static final int BEFORE = 60; // characters before a number that may announce it

  /** What does not follow a status, because it makes the number a part of a name or the amount of something. */
  static final String NO_AMOUNT =
      "(?![0-9a-z]|[.,/][0-9]|\\s*%|\\s*(?:[kmg]i?b|b|bytes?|[mµn]?s|sec\\w*|min\\w*|files?"
          + "|packages?|artifacts?|items?|rows?|dependencies|modules?|entries|lines?|times|tests?"
          + "|warnings?|errors|passed|failed|skipped|tasks?|objects?|assets?|chars|characters|tokens?"
          + "|records?|points?|requests|responses|commits?|cases?|layers?|blocks?|crates?)\\b)";

  /** A status, unless it is a part of another number or of a name, or the amount of something. */
  private static final Pattern NUMBER = Pattern.compile(
      "(?<![0-9]|[0-9][.,:/])(?:40[137]|20[0-6]|304)" + NO_AMOUNT, Pattern.CASE_INSENSITIVE);

  /** A word that announces a status, before the number. */
  private static final Pattern ANNOUNCEMENT = Pattern.compile(
      "(?:status|code|error|response|failed|refused|denied|forbidden|unauthori[sz]ed|\\bhttps?"
          + "(?:/[0-9](?:\\.[0-9])?)?"
          + "|(?<![a-z])(?:err|fetch|get|head|post|put|got|was|returns?|returned|received|answered"
          + "|responded|replied)|response headers after [0-9.]{1,12}ms)"
          + "(?:\\s(?:of|was|is|with|by|an?|the|http|status|code|error|response)){0,3}"
          + "[\\W_]{1,6}e?$",
      Pattern.CASE_INSENSITIVE);

  /** The meaning of a status, after the number. */
  private static final Pattern MEANING = Pattern.compile(
      "[\\W_]{1,6}(?:forbidden|unauthori[sz]ed|proxy auth|authori[sz]ation required"
          + "|authentication required|access denied|client error|error\\b|from server|server response|for url|not modified|ok\\b)",
      Pattern.CASE_INSENSITIVE);

  /** What stands between the beginning of a line and the number in front of the address. */
  private static final Pattern BEGINNING = Pattern.compile("(?:.{0,200}[\\]|]\\s)?\\s*[\\[(]?");

  /** What stands between an address and the number at the end of the line. */
  private static final Pattern BETWEEN =
      Pattern.compile("[\"'`)\\]>]{0,2}\\s?(?:[:=,-]|[=-]>|[\\[(])\\s{0,3}");

  /** A number alone in brackets, behind an address. */
  private static final Pattern IN_BRACKETS =
      Pattern.compile("\\s(?:\\([0-9]{3}\\)|\\[[0-9]{3}\\])");

  private static final Pattern METHOD = Pattern.compile("\\b(?:GET|HEAD|POST|PUT)\\s[\"'`]?$");
  /** The rest of a line behind a number: nothing, or how long the request took. */
  private static final Pattern NO_WORD =
      Pattern.compile("\\W*(?:(?<!\\w)[0-9.]{1,12} ?[mµ]?s\\W*)?");

  private static final Pattern SEPARATOR = Pattern.compile("[\\W_]{1,6}");

  /** A sentence or a command about a status that a server may answer or is expected to answer. */
  private static final WordPattern HYPOTHETICAL = WordPattern.ofAnyCase(
      "\\bif (?:you|it|this)\\b|\\be\\.g\\.|\\bfor example\\b|\\bassert"
          + "|\\b(?:echo|printf|grep)\\b[^\"']{0,20}[\"']"
          + "|\\bexpect(?:s|ed|ing)?\\b[\\W_]{0,3}(?:(?:an?|the|http|status|code|to|be|of)[\\W_]{1,3}){0,4}40[137]",
      "if ",
      "e.g.",
      "for example",
      "assert",
      "echo",
      "printf",
      "grep",
      "expect");

  private final int start;
  private final int end;
  private final int value;

  private FoundStatus(Matcher number) {
    this.start = number.start();
    this.end = number.end();
    this.value = Integer.parseInt(number.group());
  }

  /** The statuses in a line in which letters stand in place of the addresses, from left to right. */
  static List<FoundStatus> in(String masked) {
    List<FoundStatus> found = numbers(masked).stream()
        .filter(number -> number.isAnnounced(masked) || number.hasMeaning(masked))
        .collect(Collectors.toList());
    return found.isEmpty() || HYPOTHETICAL.isIn(masked) ? List.of() : decisive(found);
  }

  /** The status that a line shows beside its only address and nothing else. */
  static List<FoundStatus> beside(FoundAddress address, String masked) {
    return numbers(masked).stream()
        .filter(number -> number.isBefore(address, masked) || number.isBehind(address, masked))
        .collect(Collectors.toList());
  }

  private static List<FoundStatus> numbers(String masked) {
    List<FoundStatus> found = new ArrayList<>();
    Matcher number = NUMBER.matcher(masked);
    int at = nextDigits(masked, 0);
    for (int count = 0; count < MOST && at >= 0; count++) {
      number.region(at, masked.length()).useTransparentBounds(true);
      if (number.lookingAt()) {
        found.add(new FoundStatus(number));
      }
      at = nextDigits(masked, at + 2);
    }
    return found;
  }

  /** The position of the first two digits of a status; -1 if there is none. */
  private static int nextDigits(String text, int from) {
    int zero = text.indexOf('0', from + 1);
    while (zero >= 0 && "234".indexOf(text.charAt(zero - 1)) < 0) {
      zero = text.indexOf('0', zero + 1);
    }
    return zero < 0 ? -1 : zero - 1;
  }

  private boolean isAnnounced(String masked) {
    return ANNOUNCEMENT
        .matcher(masked)
        .region(Math.max(0, start - BEFORE), start)
        .useTransparentBounds(true)
        .find();
  }

  private boolean hasMeaning(String masked) {
    return MEANING.matcher(masked).region(end, masked.length()).lookingAt();
  }

  /** The status that a word of a tool stands for. */
  static int ofWord(String word) {
    String folded = word.toLowerCase(Locale.ROOT);
    boolean isAboutCredentials = folded.startsWith("unauthori")
        || folded.startsWith("authentication")
        || folded.startsWith("bad username")
        || folded.contains("credentials");
    return isAboutCredentials ? 401 : 403;
  }

  /** The number of characters between this status and an address. */
  int distance(FoundAddress address) {
    return start >= address.end() ? start - address.end() : address.start() - end;
  }

  private boolean isBefore(FoundAddress address, String masked) {
    return end <= address.start()
        && BEGINNING.matcher(masked).region(0, start).matches()
        && SEPARATOR.matcher(masked).region(end, address.start()).matches();
  }

  private boolean isBehind(FoundAddress address, String masked) {
    boolean isInBrackets = address.isOfRepository()
        && address.end() <= start
        && IN_BRACKETS.matcher(masked).region(address.end(), masked.length()).lookingAt();
    if (isInBrackets) {
      return masked.substring(address.end(), start).strip().length() == 1;
    }
    return address.end() <= start
        && (BETWEEN.matcher(masked).region(address.end(), start).matches()
            || (masked.substring(address.end(), start).matches("\\)?\\s+")
                && address.isOfRepository()
                && METHOD.matcher(masked).region(0, address.start()).find()))
        && NO_WORD.matcher(masked).region(end, masked.length()).matches();
  }

  /** Leaves out successes beside a refusal, as in "expected status 200, got 403". */
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
