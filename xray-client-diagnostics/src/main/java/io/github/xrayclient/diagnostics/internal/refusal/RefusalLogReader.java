package io.github.xrayclient.diagnostics.internal.refusal;

import io.github.xrayclient.diagnostics.internal.refusal.answer.Answers;
import io.github.xrayclient.diagnostics.internal.refusal.answer.Guess;
import io.github.xrayclient.diagnostics.internal.refusal.audit.AuditTables;
import io.github.xrayclient.diagnostics.internal.refusal.audit.TableColumns;
import io.github.xrayclient.diagnostics.internal.refusal.request.RequestEvent;
import io.github.xrayclient.diagnostics.internal.refusal.request.Requests;
import io.github.xrayclient.diagnostics.internal.refusal.serverlog.DeniedDownloads;
import io.github.xrayclient.diagnostics.internal.refusal.serverlog.RequestLogs;
import io.github.xrayclient.diagnostics.internal.refusal.text.LocatedBlock;
import io.github.xrayclient.diagnostics.internal.refusal.text.LogText;
import io.github.xrayclient.diagnostics.internal.refusal.text.SearchableText;
import io.github.xrayclient.diagnostics.internal.refusal.text.TextSplitter;
import io.github.xrayclient.diagnostics.internal.refusal.tool.ToolSightings;
import io.github.xrayclient.diagnostics.refusal.BlockedDownload;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Finds the refusals in a log that may be too long to hold in memory. It searches one window of the log at
 * a time. Windows overlap so that each message is completely inside one of them.
 */
public final class RefusalLogReader {
  private static final int WINDOW = 1 << 19;
  private static final int REACH = 1 << 17; // longer than any message with the text around it

  private static final int BEHIND = 1 << 14; // what stays in the window before the searched part

  private final Reader log;
  private final char[] window;
  private final int reach;
  private final Findings findings = new Findings();
  private final ToolSightings tools = new ToolSightings();
  private String beginning = "";
  private boolean isOneWindow;
  private int length;
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
  public static List<BlockedDownload> read(Reader log) throws IOException {
    return read(log, WINDOW, REACH);
  }

  /** Reads a text in memory, with the result of a log with this text. */
  public static List<BlockedDownload> read(String text) {
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
  public static List<BlockedDownload> read(Reader log, int window, int reach) throws IOException {
    return new RefusalLogReader(log, window, reach).read();
  }

  private List<BlockedDownload> read() throws IOException {
    boolean more;
    do {
      more = fill();
      search(more);
    } while (more);
    List<BlockedDownload> refusals = findings.refusals();
    if (!refusals.isEmpty()) {
      return refusals.stream().map(this::withTool).collect(Collectors.toUnmodifiableList());
    }
    BlockedDownload guess = isOneWindow ? Guess.of(beginning) : Guess.nothing(beginning);
    return List.of(guess.toBuilder().tool(tools.last()).build());
  }

  private BlockedDownload withTool(BlockedDownload refusal) {
    return refusal.toBuilder().tool(refusal.line().flatMap(tools::at)).build();
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
    AuditTables tables = AuditTables.in(part, table);
    LogText text = LogText.of(tables.rest());
    TextSplitter pieces = BlockReader.split(text.text(), continued);
    int limit = more ? limit(part) : length;
    LineCounter lines = new LineCounter(part, searched, line);
    int done = limit;
    List<LocatedBlock> blocks = new ArrayList<>(tables.refusals());
    for (LocatedBlock found : BlockReader.find(pieces)) {
      blocks.add(
          new LocatedBlock(text.origin(found.start()), text.origin(found.end()), found.block()));
    }
    blocks.sort(Comparator.comparingInt(LocatedBlock::start));
    for (LocatedBlock found : blocks) {
      if (found.start() >= searched && found.start() < limit) {
        findings.addMessage(found.block(), lines.at(found.start()));
        done = Math.max(done, found.end());
      }
    }
    lines = new LineCounter(part, searched, line);
    List<LocatedBlock> answers = new ArrayList<>(Answers.in(text, pieces));
    answers.addAll(DeniedDownloads.in(text.text()));
    answers.sort(Comparator.comparingInt(LocatedBlock::start));
    for (LocatedBlock found : answers) {
      int start = text.origin(found.start());
      if (start >= searched && start < limit) {
        findings.addAnswer(found.block(), lines.at(start));
      }
    }
    lines = new LineCounter(part, searched, line);
    List<RequestEvent> requests = new ArrayList<>(Requests.in(text));
    requests.addAll(RequestLogs.in(text.text()));
    requests.sort(Comparator.comparingInt(RequestEvent::start));
    for (RequestEvent found : requests) {
      int start = text.origin(found.start());
      if (start >= searched && start < limit) {
        findings.addRequest(found, lines.at(start));
      }
    }
    recognizeTools(part, done);
    if (!continued) {
      isOneWindow = !more;
      beginning = more ? SearchableText.cut(part) : part;
    }
    line = new LineCounter(part, searched, line).at(done);
    int kept = Math.max(0, done - Math.min(BEHIND, reach));
    table = tables.around(kept);
    System.arraycopy(window, kept, window, 0, length - kept);
    length -= kept;
    searched = done - kept;
    continued |= kept > 0;
  }

  /** Records the programs that wrote the lines between the searched part and this position. */
  private void recognizeTools(String part, int end) {
    LineCounter lines = new LineCounter(part, searched, line);
    ToolSightings.in(part, (tool, position) -> {
      if (position >= searched && position < end) {
        tools.add(tool, lines.at(position));
      }
    });
  }

  /** The position before which every block is complete, at the start of a line if one is near. */
  private int limit(String text) {
    int highest = length - reach;
    int start = text.lastIndexOf('\n', highest - 1) + 1;
    return start > highest - reach ? start : highest;
  }
}
