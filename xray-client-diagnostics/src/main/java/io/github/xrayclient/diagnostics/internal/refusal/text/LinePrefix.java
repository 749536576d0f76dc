package io.github.xrayclient.diagnostics.internal.refusal.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Recognizes what build servers, container runtimes and loggers put before a line. What is
 * unmistakable, such as a time, is taken off at sight. Another form is only a candidate: it counts
 * if a line beside it has it, too. Not thread-safe.
 */
final class LinePrefix {
  private static final int MOST_PARTS = 8;
  private static final String LEVEL = "(?:trace|debug|info|warn|warning|error|fatal|severe|notice)";

  private static final Pattern KLOG =
      Pattern.compile("[IWEF]\\d{4} \\d\\d:\\d\\d:\\d\\d\\.\\d{1,9} +\\d+ [\\w.-]{1,80}:\\d+\\] ?");
  private static final Pattern COMMAND =
      Pattern.compile("##\\[[a-z]{1,20}\\]|#\\d{1,4} \\d{1,6}\\.\\d{1,3}(?: |$)");
  private static final Pattern BEHIND_TIME =
      Pattern.compile(" (?:\\d\\d[EO][ +]|std(?:out|err) [FP] )?");
  private static final Pattern POD = Pattern.compile("\\[pod/[^\\s\\]]{1,200}\\](?: |$)");
  private static final Pattern LABEL = Pattern.compile(
      "\\[[^\\w\\s\\]]{0,4}" + LEVEL + "\\s?\\](?: |$)|npm (?:err!|error|warn|notice|http|info"
          + "|verb(?:ose)?|sill(?:y)?)(?: |$)|\u27a4 YN\\d{4}: (?:[\u2500-\u257f] ?)?|remote: ",
      Pattern.CASE_INSENSITIVE);

  private static final Pattern SECONDS = Pattern.compile(" ?\\d{1,6}\\.\\d{3}(?: |$)");
  private static final Pattern TAG = Pattern.compile("(?:\\[(?:[^\\s\\]]{1,80} ?|[^\\s\\]]{1,60} : "
      + "[^\\s\\]]{1,60}|[^\\]\\n]{0,60}\\d[^\\]\\n]{0,60})\\](?: |$)?){1,6}");
  private static final Pattern NAMED_BAR = Pattern.compile("[\\w.@/:|-]{0,60} {0,60}\\|(?: |$)");
  private static final Pattern QUOTE = Pattern.compile("(?:> ?){1,8}");
  private static final Pattern HTTP = Pattern.compile(
      "> ?(?:[A-Z]{3,7} /\\S* HTTP|(?:host|user-agent|accept|authorization|content|connection|cookie"
          + "|range|x|if|cache|upgrade|referer|proxy)[\\w-]{0,60}: \\S)",
      Pattern.CASE_INSENSITIVE);
  private static final Pattern TASK =
      Pattern.compile("(?=[^\\s:]{0,60}[/@#:-])[^\\s\"'{}<>=,;()]{2,80}: ");
  private static final Pattern PRIORITY = Pattern.compile("<\\d{1,3}>(?:1 \\d{4}-\\S{10,40} "
      + "(?:\\S{1,80} ){4}(?:-|\\[[^\\]\\n]{0,200}\\])(?: |$))?");
  private static final Pattern STREAM = Pattern.compile("[\\w.@-]{1,60}/[\\w@./-]{1,80} ");

  private final String text;
  private final LineTime time;
  private final Matcher matcher;
  private boolean hasTime;
  private boolean isPartial;
  private int timeEnd;
  private String candidate = "";
  private int candidateEnd;

  LinePrefix(String text) {
    this.text = text;
    this.time = new LineTime(text);
    this.matcher = KLOG.matcher(text);
  }

  /** The position behind what is unmistakably a prefix of the line, which begins at {@code from}. */
  int end(int from, int to) {
    int at = from;
    hasTime = false;
    isPartial = false;
    timeEnd = from;
    for (int part = 0; part < MOST_PARTS && at < to; part++) {
      int next = endOfPart(at, to);
      if (next == at) {
        break;
      }
      at = next;
    }
    return at;
  }

  /** The position behind the time of the line that was read last; its start if it has none. */
  int endOfTime() {
    return timeEnd;
  }

  /** Whether the line that was read last goes on in the next line. */
  boolean isPartial() {
    return isPartial;
  }

  private int endOfPart(int at, int to) {
    char c = text.charAt(at);
    if (c == '<') {
      return matched(PRIORITY, at, to);
    }
    if (c == '#') {
      return matched(COMMAND, at, to);
    }
    if (LineBars.isBar(c) || c == ' ') {
      return LineBars.endOfLeading(text, at, to);
    }
    int start = endOfFields(at, to);
    char first = start < to ? text.charAt(start) : ' ';
    boolean isSystemLog = first >= 'A' && first <= 'Z' && isEndOfWord(start + 3, to);
    if (isDigit(first) || first == '[' || first == '(' || isSystemLog) {
      int end = time.end(start, to);
      if (end > start) {
        hasTime = true;
        timeEnd = matched(BEHIND_TIME, end, to);
        return endOfAdditions(end, to, isSystemLog);
      }
    }
    if (c == '[') {
      return text.startsWith("[pod/", at) ? matched(POD, at, to) : at;
    }
    return c >= 'E' && c <= 'W' ? matched(KLOG, at, to) : at;
  }

  /** The position behind the fields of a table before the time, such as a job and its step. */
  private int endOfFields(int at, int to) {
    int tab = tab(at, to);
    if (tab < 0) {
      return text.startsWith("|", at + 2) && at + 3 < to ? at + 3 : at;
    }
    int second = tab(tab + 1, to);
    int start = second < 0 ? tab + 1 : second + 1;
    if (time.end(start, to) > start) {
      return start;
    }
    return time.end(tab + 1, to) > tab + 1 ? tab + 1 : at;
  }

  private int tab(int from, int to) {
    int limit = Math.min(to, from + 60);
    for (int at = from; at < limit; at++) {
      if (text.charAt(at) == '\t') {
        return at;
      }
    }
    return -1;
  }

  private int endOfAdditions(int from, int to, boolean isSystemLog) {
    int at = endOfBlanks(from, to);
    int addition = at < to ? time.endOfAddition(at, to, isSystemLog) : at;
    if (addition == at && at > from) {
      addition = Math.max(at, time.endOfAddition(from, to, false));
    }
    isPartial |= at < to && time.isPartial(at, to);
    return addition;
  }

  /** The position behind the blanks after a time: one, two as Jenkins writes them, or a tab. */
  private int endOfBlanks(int from, int to) {
    if (text.startsWith("  ", from) && from + 2 <= to && !text.startsWith("   ", from)) {
      return from + 2;
    }
    boolean isBlank = from < to && (text.charAt(from) == ' ' || text.charAt(from) == '\t');
    return isBlank ? from + 1 : from;
  }

  /** The position behind the label that some tools repeat on each of their lines. */
  int endOfLabel(int from, int to) {
    boolean mayBegin = from < to && "[n\u27a4rN".indexOf(text.charAt(from)) >= 0;
    return mayBegin ? matched(LABEL, from, to) : from;
  }

  /**
   * Looks for a form that is a prefix only if a line beside it has it, too.
   *
   * @return what the other line must have, too; empty if there is no such form
   */
  String candidate(int from, int to) {
    candidate = "";
    candidateEnd = from;
    if (from < to) {
      char c = text.charAt(from);
      if (c == '[') {
        int end = matched(TAG, from, to);
        candidate(end, from, withoutDigits(from, end));
      } else if (c == '>') {
        boolean isHttp = matched(HTTP, from, to) > from;
        candidate(isHttp ? from : matched(QUOTE, from, to), from, ">");
      } else if ((isDigit(c) || c == ' ') && matched(SECONDS, from, to) > from) {
        candidate(matcher.end(), from, "0.000");
      } else if (hasBar(from, to)) {
        int end = matched(NAMED_BAR, from, to);
        candidate(end, from, "|" + (text.lastIndexOf('|', end) - from));
      } else if (hasTime && hasSlash(from, to)) {
        shownCandidate(matched(STREAM, from, to), from);
      } else if (hasColon(from, to)) {
        shownCandidate(matched(TASK, from, to), from);
      }
    }
    return candidate;
  }

  /** The position behind the form that was found last. */
  int endOfCandidate() {
    return candidateEnd;
  }

  private void shownCandidate(int end, int from) {
    candidate(end, from, text.substring(from, end));
  }

  private void candidate(int end, int from, String form) {
    if (end > from) {
      candidate = form;
      candidateEnd = end;
    }
  }

  private boolean hasBar(int from, int to) {
    int limit = Math.min(to, from + 122);
    for (int at = from; at < limit; at++) {
      char c = text.charAt(at);
      if (c == '|' && (at + 1 >= to || text.charAt(at + 1) == ' ')) {
        return true;
      }
      if (c == ' ' && at > from && at + 1 < limit && " |".indexOf(text.charAt(at + 1)) < 0) {
        return false;
      }
    }
    return false;
  }

  private boolean hasSlash(int from, int to) {
    for (int at = from; at < Math.min(to, from + 60); at++) {
      char c = text.charAt(at);
      if (c == '/' || c == ' ') {
        return c == '/';
      }
    }
    return false;
  }

  /** Whether the first word ends with a colon. */
  private boolean hasColon(int from, int to) {
    for (int at = from; at < Math.min(to, from + 80); at++) {
      if (text.charAt(at) == ' ') {
        return at > from && text.charAt(at - 1) == ':';
      }
    }
    return false;
  }

  /** Whether the form counts only if three lines one after the other have it. */
  static boolean isWeak(String candidate) {
    return candidate.endsWith(": ");
  }

  private String withoutDigits(int from, int to) {
    StringBuilder form = new StringBuilder();
    for (int at = from; at < to; at++) {
      char c = isDigit(text.charAt(at)) ? '0' : text.charAt(at);
      if (c != '0' || form.length() == 0 || form.charAt(form.length() - 1) != '0') {
        form.append(c);
      }
    }
    return form.toString();
  }

  private int matched(Pattern pattern, int from, int to) {
    matcher.usePattern(pattern);
    return matcher.region(from, Math.min(to, from + 400)).lookingAt() ? matcher.end() : from;
  }

  private boolean isEndOfWord(int at, int to) {
    return at < to && " ,".indexOf(text.charAt(at)) >= 0;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
