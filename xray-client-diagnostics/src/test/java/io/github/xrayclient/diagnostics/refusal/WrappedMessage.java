package io.github.xrayclient.diagnostics.refusal;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A message of a server as a log shows it: inside other text, behind prefixes, and on several lines. */
final class WrappedMessage {
  /** What tools print around a message. */
  static final List<String> FORMS = List.of(
      "%s",
      "ERROR: %s",
      "{\"errors\":[{\"status\":403,\"message\":\"%s\"}]}",
      "{\n  \"errors\" : [ {\n    \"status\" : 403,\n    \"message\" : \"%s\"\n  } ]\n}",
      "denied: %s",
      "HTTP Error Code 403: %s",
      "error <bad response %s 403>",
      "<pre>%s</pre>");

  /** What build servers, container runtimes, loggers and people put before each line. */
  static final List<String> PREFIXES = List.of(
      "",
      "2026-03-30T05:45:52.1234567Z ",
      "2026-03-30T05:45:52.1234567Z ##[error]",
      "[2026-03-30T05:45:52.123Z] ",
      "19:45:20  ",
      "[19:45:20] ",
      "[05:45:52] :\t [Step 1/2] ",
      "[05:45:52]W:\t [Step 1/2] ",
      "2024-05-22T12:43:46.962646Z 01E ",
      "2024-05-22T12:43:46.962646123Z stderr F ",
      "#12 3.456 ",
      "3.456 ",
      "web-1  | ",
      "worker_2 | ",
      "[pod/web-abc/app] ",
      "[build-7f] ",
      "Nov 27 08:43:21 node1 kubelet[1234]: ",
      "Nov 27 08:43:21 node1 kubelet: ",
      "\u2502 ",
      "  \u2502 ",
      "> ",
      "> > ",
      "[ERROR] ",
      "npm ERR! ",
      "npm error ",
      "08:43:21 [\ud83d\udea8Error] ",
      "2026-03-30 05:45:52,123 ERROR [main] com.acme.Runner - ",
      "2026-03-30 05:45:52.123  INFO 12 --- [main] com.acme.Runner : ",
      "2026-03-30 05:45:52,123 - runner - INFO - ",
      "build\t27-Nov-2026 08:43:21\t",
      "build\tRun npm ci\t2026-11-27T08:43:21.1234567Z ",
      "2026-11-27T08:43:21.000000+00:00 app[web.1]: ",
      "[Container] 2026/11/27 08:43:21 ",
      "remote: ",
      "08:43:21 web.1  | ");

  private final SplittableRandom random;

  WrappedMessage(SplittableRandom random) {
    this.random = random;
  }

  /** Cuts each line at this width, in the middle of words. */
  static String cut(String text, int width, boolean trims) {
    List<String> cut = new ArrayList<>();
    for (String line : text.split("\n", -1)) {
      int start = 0;
      while (line.length() - start > width) {
        cut.add(trimmed(line.substring(start, start + width), trims));
        start += width;
      }
      cut.add(line.substring(start));
    }
    return String.join("\n", cut);
  }

  private static String trimmed(String line, boolean trims) {
    return trims ? line.stripTrailing() : line;
  }

  /** Wraps each line between words. */
  static String wrap(String text, int width) {
    List<String> wrapped = new ArrayList<>();
    for (String line : text.split("\n", -1)) {
      int start = 0;
      while (line.length() - start > width) {
        int blank = line.lastIndexOf(' ', start + width);
        blank = blank <= start ? line.indexOf(' ', start + width) : blank;
        if (blank < 0) {
          break;
        }
        wrapped.add(line.substring(start, blank));
        start = blank + 1;
      }
      wrapped.add(line.substring(start));
    }
    return String.join("\n", wrapped);
  }

  /** Puts the prefix before each line. */
  static String prefixed(String text, String prefix) {
    return prefix + text.replace("\n", "\n" + prefix);
  }

  /** A log with the message between two other lines, wrapped between words behind a prefix. */
  String wrappedBetweenWords(String message) {
    String text = "start\n" + form(message) + "\ndone";
    return ended(prefixed(wrap(text, 40 + random.nextInt(100)), pick(PREFIXES)));
  }

  /** A log with the message between other lines, cut at the width of a terminal. */
  String cutByTerminal(String message) {
    String text = "start\n" + form(message) + "\ndone";
    int width = List.of(80, 100, 120, 132, 60 + random.nextInt(100)).get(random.nextInt(5));
    boolean trims = random.nextBoolean();
    String prefix = pick(PREFIXES);
    boolean isOfTool = prefix.startsWith("npm") || prefix.equals("[ERROR] ");
    return ended(
        random.nextBoolean() && !isOfTool
            ? prefixed(cut(text, width, trims), prefix)
            : cut(prefixed(text, prefix), width, trims));
  }

  private String form(String message) {
    return pick(FORMS).replace("%s", message);
  }

  private String ended(String log) {
    return random.nextInt(4) == 0 ? log.replace("\n", "\r\n") : log;
  }

  private String pick(List<String> from) {
    return from.get(random.nextInt(from.size()));
  }
}
