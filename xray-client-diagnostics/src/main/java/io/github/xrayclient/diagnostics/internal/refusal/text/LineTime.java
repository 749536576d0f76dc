package io.github.xrayclient.diagnostics.internal.refusal.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Recognizes the time at the start of a line of a log, and what build servers write directly behind it. */
final class LineTime {
  private static final String CLOCK = "\\d{1,2}:\\d\\d:\\d\\d(?:[.,]\\d{1,9})?(?: [AP]M)?";
  private static final String ZONE = "(?: ?(?:Z|UTC|GMT|[+-]\\d\\d:?\\d\\d))?";
  private static final String MONTH =
      "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)";
  private static final Pattern TIME = Pattern.compile("[\\[(]?(?:"
      + "\\d{4}[-/]\\d\\d[-/]\\d\\d[T ]" + CLOCK + ZONE
      + "|" + CLOCK
      + "|(?:[A-Z][a-z]{2},? )?" + MONTH + " [ \\d]\\d (?:\\d{4} )?" + CLOCK + "(?: \\d{4})?"
      + "|\\d{1,2}[-/ ]" + MONTH + "[-/ ]\\d{4}[: ]" + CLOCK + ZONE
      + "|1[5-9]\\d{8}(?:\\.\\d{1,9}|\\d{3})?"
      + ")[\\])]?(?=[\\s:WEFi\\[]|$)");

  private static final String LEVEL = "(?:TRACE|DEBUG|INFO|WARN|WARNING|ERROR|FATAL|SEVERE|NOTICE"
      + "|CRITICAL|VERBOSE|debug|info|warn|error|fatal)";
  private static final String NAME = "[A-Za-z_][\\w.$-]{0,100}";
  private static final Pattern GITLAB = Pattern.compile("[0-9a-f]{2}[EO][ +]");
  private static final Pattern CONTAINER = Pattern.compile("(?:stdout|stderr) [FP](?: |$)");
  private static final Pattern TEAMCITY =
      Pattern.compile("[ :WEFi]{0,3}\\t? *\\[Step \\d+/\\d+\\] ?|[:WEFi]{1,2}(?:[ \\t]+|$)");
  private static final Pattern PROCESS = Pattern.compile(
      "(?:\\S{1,80} )?[\\w./@-]{1,60}\\[[\\w.-]{1,40}\\]: ?"); // a system log and Heroku
  private static final Pattern LOGGER =
      Pattern.compile(LEVEL + " +\\d+ --- +\\[[^\\]\\n]{1,60}\\] +\\S{1,100} +: " // Spring
          + "|- " + NAME + " - " + LEVEL + " - " // Python
          + "|(?:" + LEVEL + " +)?(?:\\[[^\\]\\n]{1,80}\\] ?){1,6}(?:" + LEVEL + " +)?(?:" + NAME
          + " +)?(?:-|--|:) " // other loggers
          + "|" + LEVEL + " +" + NAME + "(?: +-|:) ");

  private static final Pattern PROGRAM = Pattern.compile("[\\w.-]{1,60} [\\w./@-]{1,60}: ");

  /** A part of a partial line of a container runtime, which goes on in the next line. */
  private static final Pattern PARTIAL = Pattern.compile("(?:stdout|stderr) P ");

  private final String text;
  private final Matcher matcher;

  LineTime(String text) {
    this.text = text;
    this.matcher = TIME.matcher(text);
  }

  /** The position behind a time at this position, or the position itself if there is none. */
  int end(int from, int to) {
    return mayBegin(from, to) ? matched(TIME, from, Math.min(to, from + 80)) : from;
  }

  /** Whether a digit or a name of a day or month begins here, perhaps behind a bracket. */
  private boolean mayBegin(int from, int to) {
    boolean isBehindBracket = from < to && "[(".indexOf(text.charAt(from)) >= 0;
    int start = isBehindBracket ? from + 1 : from;
    return start + 3 < to && (isDigit(text.charAt(start)) || isName(start));
  }

  private boolean isName(int at) {
    return Character.isLetter(text.charAt(at))
        && Character.isLowerCase(text.charAt(at + 1))
        && Character.isLowerCase(text.charAt(at + 2))
        && ", ".indexOf(text.charAt(at + 3)) >= 0;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** The position behind what a build server or a logger wrote after the time. */
  int endOfAddition(int from, int to, boolean isSystemLog) {
    int limit = Math.min(to, from + 400);
    int end = limit > from ? matched(form(from, limit), from, limit) : from;
    if (end == from && hasProcess(from, Math.min(limit, from + 180))) {
      end = matched(PROCESS, from, limit);
    }
    return end == from && isSystemLog ? matched(PROGRAM, from, limit) : end;
  }

  /** What begins with the character at this position. */
  private Pattern form(int from, int to) {
    char c = text.charAt(from);
    if (from + 2 < to && "EO".indexOf(text.charAt(from + 2)) >= 0) {
      return GITLAB;
    }
    boolean isTeamCity =
        " :\t".indexOf(c) >= 0 || text.startsWith("[Step ", from) || text.startsWith(":", from + 1);
    if (isTeamCity) {
      return TEAMCITY;
    }
    return text.startsWith("std", from) ? CONTAINER : LOGGER;
  }

  private boolean hasProcess(int from, int to) {
    for (int at = from; at < to; at++) {
      if (text.charAt(at) == ']' && text.startsWith(":", at + 1)) {
        return true;
      }
    }
    return false;
  }

  boolean isPartial(int from, int to) {
    return matched(PARTIAL, from, to) > from;
  }

  private int matched(Pattern pattern, int from, int to) {
    matcher.usePattern(pattern);
    return matcher.region(from, to).lookingAt() ? matcher.end() : from;
  }
}
