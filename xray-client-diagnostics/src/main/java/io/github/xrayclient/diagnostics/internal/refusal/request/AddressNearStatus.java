package io.github.xrayclient.diagnostics.internal.refusal.request;

import io.github.xrayclient.diagnostics.internal.refusal.text.LogLine;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the address of a request on the lines around the one that shows its status. Not thread-safe. */
final class AddressNearStatus {
  private static final int FARTHEST = 2_048;
  private static final int LINES = 3; // the number of lines with an address that are looked at
  private static final int LONGEST_INDENT = 40;

  /** An address in brackets that goes on with the sentence of the line before. */
  private static final Pattern CONTINUED = Pattern.compile("\\s*[(<\\[]");

  /** The end of a line whose sentence goes on with an address. */
  private static final Pattern CONTINUES = Pattern.compile(
      "\\b(?:url|from|for|at|getting|fetching|downloading|GET|HEAD):?\\s*$",
      Pattern.CASE_INSENSITIVE);

  /** A field or a label with the address of the request. */
  private static final Pattern LABEL = Pattern.compile(
      "(?:\\burl|\\buri|\\bhref|request ?ur[il]|-uri|\\bsource\\s?[\\[(]?|\\berror: skipping |initializing download"
          + "|\\b(?:access|download|fetch)\\b.{0,60}\\bat)[\"'`]?\\s*[:=]?\\s*(?:URL\\s*\\{\\s*)?[\"'`]?$",
      Pattern.CASE_INSENSITIVE);

  /** A field of an object, alone on its line. */
  private static final Pattern FIELD = Pattern.compile("\\s*[\"']?\\w+[\"']?\\s*:.*");

  private static final Pattern ADDRESS_FIELD = Pattern.compile(
      "\\s*(?:- )?[\"']?(?:request_?)?ur[il][\"']?\\s*:\\s*[\"']?", Pattern.CASE_INSENSITIVE);

  private static final Pattern BRACE = Pattern.compile("[{}]");
  private static final Pattern NEXT_OBJECT = Pattern.compile("\n[\\s\\[]*\\{");

  private static final int FIELDS = 10; // the number of fields before a status that are looked at
  private static final int LONGEST_FIELD = 2_048;

  private final String log;
  private int next = -1; // the next address behind the position that was asked for last

  AddressNearStatus(String log) {
    this.log = log;
  }

  /** The address in brackets at the beginning of the next line. */
  Optional<String> continuing(LogLine line) {
    int lineFeed = line.end();
    int at = nextAddress(lineFeed);
    if (at < 0 || at - lineFeed > LONGEST_INDENT || !log.startsWith("\n", lineFeed)) {
      return Optional.empty();
    }
    LogLine following = LogLine.at(log, at);
    List<FoundAddress> addresses = FoundAddress.in(following.text());
    boolean isContinued = following.start() == lineFeed + 1
        && !addresses.isEmpty()
        && isContinuation(
            line.text(), following.text().substring(0, addresses.get(0).start()));
    return isContinued ? Optional.of(addresses.get(0).url()) : Optional.empty();
  }

  private static boolean isContinuation(String line, String before) {
    return CONTINUED.matcher(before).matches()
        || (before.isBlank() && CONTINUES.matcher(line).find());
  }

  /** The address in a field that stands before the field with the status in the same object. */
  Optional<String> besideField(LogLine line) {
    if (!FIELD.matcher(line.text()).matches()) {
      return Optional.empty();
    }
    int end = line.start() - 1;
    for (int count = 0; count < FIELDS && end > 0; count++) {
      int start = log.lastIndexOf('\n', end - 1) + 1;
      String field = log.substring(start, Math.min(end, start + LONGEST_FIELD));
      List<FoundAddress> addresses = FoundAddress.in(field);
      if (addresses.size() == 1
          && ADDRESS_FIELD.matcher(field.substring(0, addresses.get(0).start())).matches()) {
        return Optional.of(addresses.get(0).url());
      }
      if (!FIELD.matcher(field).matches() || BRACE.matcher(field).find()) {
        return Optional.empty();
      }
      end = start - 1;
    }
    return Optional.empty();
  }

  /**
   * The address that a field or label behind a position shows.
   *
   * @param isField whether the status is a field, so that the address must be in its object
   */
  Optional<String> labelled(int position, boolean isField) {
    int at = nextAddress(position);
    for (int count = 0; count < LINES && at >= 0 && at - position < FARTHEST; count++) {
      LogLine line = LogLine.at(log, at);
      List<FoundAddress> addresses = FoundAddress.in(line.text());
      if (!addresses.isEmpty()
          && !StatusLine.isMessage(line.text())
          && !(isField
              && isOfNextObject(
                  log.substring(position, line.start() + addresses.get(0).start())))
          && LABEL.matcher(line.text().substring(0, addresses.get(0).start())).find()) {
        return Optional.of(addresses.get(0).url());
      }
      at = log.indexOf("://", line.end());
    }
    return Optional.empty();
  }

  /** Whether an object ends or begins in the text between a status and an address. */
  private static boolean isOfNextObject(String between) {
    int depth = 0;
    for (int at = 0; at < between.length() && depth >= 0; at++) {
      char c = between.charAt(at);
      depth += c == '{' ? 1 : c == '}' ? -1 : 0;
    }
    return depth < 0 || NEXT_OBJECT.matcher(between).find();
  }

  private int nextAddress(int position) {
    if (next != Integer.MAX_VALUE && next < position) {
      int found = log.indexOf("://", position);
      next = found < 0 ? Integer.MAX_VALUE : found;
    }
    return next == Integer.MAX_VALUE ? -1 : next;
  }
}
