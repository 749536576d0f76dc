package io.github.xrayclient.diagnostics.internal.refusal;

import io.github.xrayclient.diagnostics.internal.refusal.address.DownloadAddress;
import io.github.xrayclient.diagnostics.internal.refusal.answer.Guess;
import io.github.xrayclient.diagnostics.internal.refusal.audit.TableColumns;
import io.github.xrayclient.diagnostics.internal.refusal.request.EarlierRefusals;
import io.github.xrayclient.diagnostics.internal.refusal.text.SearchableText;
import io.github.xrayclient.diagnostics.internal.refusal.tool.ToolSightings;
import io.github.xrayclient.diagnostics.refusal.BlockedDownload;
import io.github.xrayclient.diagnostics.refusal.DownloadTool;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Finds the refusals in a log that may be too long to hold in memory. It searches one window of the
 * log at a time. Windows overlap so that each message is completely inside one of them.
 */
public final class RefusalLogReader {
  /**
   * The number of characters in a window. In a small heap, G1 needs much time for objects of more
   * than half a megabyte, so a window in Latin-1 is smaller.
   */
  private static final int WINDOW = 500_000;

  private static final int REACH = 1 << 17; // longer than any message with the text around it

  private static final int BEHIND = 1 << 14; // what stays in the window before the searched part

  private final Reader log;
  private final char[] window;
  private final int reach;
  private final Findings findings = new Findings();
  private final ToolSightings tools = new ToolSightings();
  private final EarlierRefusals refused = new EarlierRefusals();
  private String beginning = "";
  private boolean isOneWindow;
  private int length;
  private long dropped; // the number of characters before the window
  private int searched; // the part of the window that was searched with the window before
  private boolean continued; // whether there is text before the window
  private Optional<TableColumns> table = Optional.empty(); // the table that the window begins in
  private long line = 1; // the line of the end of the searched part

  private RefusalLogReader(Reader log, int window, int reach) {
    this.log = log;
    this.window = new char[window];
    this.reach = reach;
  }

  /** Reads a log to its end and leaves it open. */
  public static FoundRefusals read(Reader log) throws IOException {
    return read(log, WINDOW, REACH);
  }

  /** Reads a text in memory, with the result of a log with this text. */
  public static FoundRefusals read(String text) {
    int window = Math.min(WINDOW, text.length() + 1); // a short text is one window
    try {
      return read(new StringReader(text), window, REACH);
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory could not be read", e);
    }
  }

  /**
   * Reads a log to its end and leaves it open.
   *
   * @param window the number of characters in a window, at least three times the reach
   * @param reach the largest number of characters in a message
   */
  public static FoundRefusals read(Reader log, int window, int reach) throws IOException {
    return new RefusalLogReader(log, window, reach).read();
  }

  private FoundRefusals read() throws IOException {
    boolean more;
    do {
      more = fill();
      search(more);
    } while (more);
    List<BlockedDownload> refusals = findings.refusals();
    if (refusals.isEmpty()) {
      BlockedDownload guess = isOneWindow ? Guess.of(beginning) : Guess.nothing(beginning);
      return FoundRefusals.none(shown(guess, tools.last()));
    }
    return FoundRefusals.of(refusals)
        .map(refusal -> shown(refusal, refusal.line().flatMap(tools::at)));
  }

  private static BlockedDownload shown(BlockedDownload found, Optional<DownloadTool> tool) {
    return found.toBuilder()
        .tool(tool)
        .text(DownloadAddress.withoutCredentialsIn(found.text()))
        .build();
  }

  /** Fills the window. Returns whether the log may continue after it. */
  private boolean fill() throws IOException {
    while (length < window.length) {
      int read = log.read(window, length, window.length - length);
      if (read < 0) {
        return false;
      }
      length += read;
    }
    return true;
  }

  /** Takes the complete findings from the window, and drops the text that no further one can need. */
  private void search(boolean more) {
    String part = new String(window, 0, length);
    LogWindow found = new LogWindow(part, continued, table, refused);
    int end = end(found, more ? limit(part) : length);
    take(found.messages(), part, end, findings::addMessage);
    take(found.answers(), part, end, findings::addAnswer);
    take(found.requests(), part, end, findings::addRequest);
    findings.endPart();
    take(found.tools(), part, end, (tool, place) -> tools.add(tool, place.line()));
    if (!continued) {
      isOneWindow = !more;
      beginning = more ? SearchableText.cut(part) : part;
    }
    line = new LineCounter(part, searched, line).at(end);
    int kept = Math.max(0, end - Math.min(BEHIND, reach));
    table = found.tableAt(kept);
    System.arraycopy(window, kept, window, 0, length - kept);
    length -= kept;
    dropped += kept;
    searched = end - kept;
    continued |= kept > 0;
  }

  /** The end of the searched part: behind the last message that begins before the limit. */
  private int end(LogWindow found, int limit) {
    int end = limit;
    for (LogWindow.Place<BlockedDownload> message : found.messages()) {
      if (message.start() >= searched && message.start() < limit) {
        end = Math.max(end, message.end());
      }
    }
    return end;
  }

  /** Hands over what begins between the end of the part that was searched before and this position. */
  private <T> void take(
      List<LogWindow.Place<T>> places, String part, int end, BiConsumer<T, LogPlace> to) {
    LineCounter lines = new LineCounter(part, searched, line);
    for (LogWindow.Place<T> place : places) {
      if (place.start() >= searched && place.start() < end) {
        to.accept(
            place.found(),
            new LogPlace(lines.at(place.start()), dropped + place.start(), dropped + place.end()));
      }
    }
  }

  /** The position before which every block is complete, at the start of a line if one is near. */
  private int limit(String text) {
    int highest = length - reach;
    int start = text.lastIndexOf('\n', highest - 1) + 1;
    return start > highest - reach ? start : highest;
  }
}
