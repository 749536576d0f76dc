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
      + ")[\\])]?(?=[\\s:WEFi]|$)");

  private static final String LEVEL = "(?:TRACE|DEBUG|INFO|WARN|WARNING|ERROR|FATAL|SEVERE|NOTICE"
      + "|CRITICAL|VERBOSE|debug|info|warn|error|fatal)";
  private static final String LOGGER = "[A-Za-z_][\\w.$-]{0,100}";
  private static final Pattern BEHIND = Pattern.compile(
      "[0-9a-f]{2}[EO][ +]" // GitLab
          + "|(?:stdout|stderr) [FP](?: |$)" // a container runtime
          + "|[ :WEFi]{0,3}\\t? *\\[Step \\d+/\\d+\\] ?" // TeamCity
          + "|[:WEFi]{1,2}(?:[ \\t]+|$)" // TeamCity outside of a step
          + "|\\S{1,80} [\\w./@-]{1,60}\\[\\d+\\]: ?" // a system log
          + "|[\\w./@-]{1,60}\\[[\\w.-]{1,40}\\]: ?" // Heroku
          + "|" + LEVEL + " +\\d+ --- +\\[[^\\]\\n]{1,60}\\] +\\S{1,100} +: " // Spring
          + "|- " + LOGGER + " - " + LEVEL + " - " // Python
          + "|(?:" + LEVEL + " +)?(?:\\[[^\\]\\n]{1,80}\\] ?){1,6}(?:" + LEVEL + " +)?(?:" + LOGGER
          + " +)?(?:-|--|:) " // other loggers
          + "|" + LEVEL + " +" + LOGGER + "(?: +-|:) ");
  private static final Pattern PROGRAM = Pattern.compile("[\\w.-]{1,60} [\\w./@-]{1,60}: ");

  /** A part of a partial line of a container runtime, which goes on in the next line. */
  private static final Pattern PARTIAL = Pattern.compile("(?:stdout|stderr) P ");

  private final Matcher time;
  private final Matcher behind;
  private final Matcher program;
  private final Matcher partial;

  LineTime(String text) {
    time = TIME.matcher(text);
    behind = BEHIND.matcher(text);
    program = PROGRAM.matcher(text);
    partial = PARTIAL.matcher(text);
  }

  /** The position behind a time at this position, or the position itself if there is none. */
  int end(int from, int to) {
    return time.region(from, Math.min(to, from + 80)).lookingAt() ? time.end() : from;
  }

  /** The position behind what a build server or a logger wrote after the time. */
  int endOfAddition(int from, int to, boolean isSystemLog) {
    int limit = Math.min(to, from + 400);
    if (behind.region(from, limit).lookingAt()) {
      return behind.end();
    }
    return isSystemLog && program.region(from, limit).lookingAt() ? program.end() : from;
  }

  boolean isPartial(int from, int to) {
    return partial.region(from, to).lookingAt();
  }
}
