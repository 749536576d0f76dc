package io.github.xrayclient.diagnostics.internal.refusal.text;

import java.util.Set;

/**
 * Restores the lines that a log shipper or a container runtime put into records, one JSON object a
 * line. A line is such a record if it has one field with text, and otherwise only fields that say
 * when and where the text was written. Records of tools have other fields as well and stay as they
 * are. A single record stays as it is, too.
 */
final class RecordLines {
  private static final Set<String> TEXTS =
      Set.of("log", "msg", "message", "line", "text", "MESSAGE", "@message", "textPayload");
  private static final Set<String> DETAILS = Set.of(
      "time",
      "ts",
      "timestamp",
      "@timestamp",
      "date",
      "datetime",
      "t",
      "level",
      "@level",
      "lvl",
      "severity",
      "loglevel",
      "levelname",
      "priority",
      "PRIORITY",
      "stream",
      "source",
      "logger",
      "@module",
      "caller",
      "thread",
      "host",
      "hostname",
      "pod",
      "pod_name",
      "container",
      "container_id",
      "container_name",
      "namespace",
      "namespace_name",
      "service",
      "app",
      "application",
      "job",
      "job_id",
      "step",
      "tag",
      "id",
      "pid",
      "logtag",
      "_p",
      "@version",
      "_HOSTNAME",
      "_PID",
      "SYSLOG_IDENTIFIER",
      "__REALTIME_TIMESTAMP",
      "insertId",
      "logName");
  private static final int LONGEST_NAME = 40;
  private static final int NONE = -1;

  private final String text;
  private final Rewriting copy;
  private int valueStart; // of the field with text of the record that was read last
  private int valueEnd;
  private boolean isOfContainer; // whether a line end at the end of the text is a part of it

  private RecordLines(String text) {
    this.text = text;
    this.copy = new Rewriting(text);
  }

  static RewrittenText restoredIn(String text) {
    boolean hasObject = text.startsWith("{\"") || text.contains("\n{\"");
    return hasObject ? new RecordLines(text).restored() : RewrittenText.unchanged(text);
  }

  private RewrittenText restored() {
    boolean changed = false;
    boolean wasRecord = false;
    int start = 0;
    while (start < text.length()) {
      int end = lineEnd(start);
      boolean isRecord = isRecord(start, end);
      if (isRecord) {
        int from = valueStart;
        int to = valueEnd;
        boolean isOpen = isOfContainer && !isLineFeed(to - 2, from);
        boolean goesOn = end < text.length() && isRecord(end + 1, lineEnd(end + 1));
        if (wasRecord || goesOn) {
          changed = true;
          copy.copyTo(start);
          copy.skipTo(from);
          writeValue(from, isLineFeed(to - 2, from) ? to - 2 : to);
          copy.skipTo(isOpen && goesOn ? end + 1 : end);
        }
      }
      wasRecord = isRecord;
      start = end + 1;
    }
    return changed ? copy.finish() : RewrittenText.unchanged(text);
  }

  private int lineEnd(int start) {
    int lineFeed = text.indexOf('\n', start);
    return lineFeed < 0 ? text.length() : lineFeed;
  }

  private boolean isLineFeed(int at, int from) {
    return at >= from && text.startsWith("\\n", at) && (at == from || text.charAt(at - 1) != '\\');
  }

  private void writeValue(int from, int to) {
    int at = from;
    while (at < to) {
      if (text.charAt(at) != '\\') {
        at++;
        continue;
      }
      int end = Math.min(to, at + (text.charAt(at + 1) == 'u' ? 6 : 2));
      copy.copyTo(at);
      copy.replaceTo(end, JsonEscapes.undoOnce(text.substring(at, end)));
      at = end;
    }
    copy.copyTo(to);
  }

  /** Whether the line is a record. If so, remembers where its text stands. */
  private boolean isRecord(int start, int end) {
    if (!text.startsWith("{\"", start)) {
      return false;
    }
    valueStart = NONE;
    boolean isContainer = false;
    int at = start + 1;
    while (at < end && text.charAt(at) == '"') {
      int nameEnd = endOfString(at, Math.min(end, at + LONGEST_NAME));
      int value = nameEnd == NONE ? NONE : behindColon(nameEnd, end);
      int valueBehind = value == NONE ? NONE : endOfValue(value, end);
      if (valueBehind == NONE) {
        return false;
      }
      String name = text.substring(at + 1, nameEnd - 1);
      if (TEXTS.contains(name) && valueStart == NONE && text.charAt(value) == '"') {
        valueStart = value + 1;
        valueEnd = valueBehind - 1;
        isContainer = name.equals("log");
      } else if (!DETAILS.contains(name)) {
        return false;
      }
      isOfContainer = isContainer;
      at = behindBlanks(valueBehind, end);
      if (at < end && text.charAt(at) == '}') {
        return valueStart != NONE && behindBlanks(at + 1, end) == end;
      }
      at = at < end && text.charAt(at) == ',' ? behindBlanks(at + 1, end) : end;
    }
    return false;
  }

  private int behindColon(int from, int end) {
    int at = behindBlanks(from, end);
    int value = at < end && text.charAt(at) == ':' ? behindBlanks(at + 1, end) : end;
    return value < end ? value : NONE;
  }

  private int endOfValue(int from, int end) {
    if (text.charAt(from) == '"') {
      return endOfString(from, end);
    }
    int at = from;
    while (at < end && (Character.isLetterOrDigit(text.charAt(at)) || isSign(text.charAt(at)))) {
      at++;
    }
    return at > from ? at : NONE;
  }

  private static boolean isSign(char c) {
    return c == '-' || c == '+' || c == '.';
  }

  /** The position behind the closing quote. */
  private int endOfString(int quote, int end) {
    int at = quote + 1;
    while (at < end && text.charAt(at) != '"') {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    return at < end ? at + 1 : NONE;
  }

  private int behindBlanks(int from, int end) {
    int at = from;
    while (at < end && (text.charAt(at) == ' ' || text.charAt(at) == '\r')) {
      at++;
    }
    return at;
  }
}
