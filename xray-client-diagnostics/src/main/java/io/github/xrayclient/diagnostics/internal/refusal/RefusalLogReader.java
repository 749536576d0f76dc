package io.github.xrayclient.diagnostics.internal.refusal;

import io.github.xrayclient.diagnostics.refusal.BlockedDownload;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Finds the refusals in a log that may be too long to hold in memory. It searches one window of the log at
 * a time. Windows overlap so that each message is completely inside one of them.
 */
public final class RefusalLogReader {
  private static final int WINDOW = 1 << 20;
  private static final int REACH = 1 << 17; // longer than any message with the text around it

  private final Reader log;
  private final char[] window;
  private final int reach;
  private final DistinctBlocks blocks = new DistinctBlocks();
  private final DistinctBlocks withoutReason = new DistinctBlocks();
  private Classification classification = Classification.NOTHING;
  private String beginning = "";
  private int length;
  private boolean continued; // whether there is text before the window
  private long line = 1; // the line of the current position

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
    if (!blocks.isEmpty()) {
      return blocks.counted();
    }
    BlockedDownload guess = classification.block(beginning);
    boolean isRefused = guess.kind() == BlockedDownload.Kind.UNKNOWN && !withoutReason.isEmpty();
    return isRefused ? withoutReason.counted() : List.of(guess);
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

  /** Takes the complete blocks from the window, and drops the text that no further block can need. */
  private void search(boolean more) {
    String text = new String(window, 0, length);
    TextSplitter texts = continued ? TextSplitter.continued(text) : TextSplitter.in(text);
    int limit = more ? limit(text) : length;
    int done = limit;
    int counted = 0;
    long first = line;
    for (LocatedBlock found : BlockReader.find(texts)) {
      if (found.start() < limit) {
        countLines(counted, found.start());
        counted = found.start();
        blocks.add(found.block(), line);
        done = Math.max(done, found.end());
      }
    }
    if (!continued) {
      beginning = SearchableText.cut(text);
    }
    if (blocks.isEmpty()) {
      addWithoutReason(text, limit, first);
      classification = classification.or(Classification.of(text, texts.messages()));
    }
    countLines(counted, done);
    System.arraycopy(window, done, window, 0, length - done);
    length -= done;
    continued = true;
  }

  /** Adds what counts only if the whole log has no words of a server. */
  private void addWithoutReason(String text, int limit, long firstLine) {
    long at = firstLine;
    int counted = 0;
    for (LocatedBlock found : RefusedAddresses.in(text)) {
      if (found.start() < limit) {
        at += text.substring(counted, found.start())
            .chars()
            .filter(c -> c == '\n')
            .count();
        counted = found.start();
        withoutReason.add(found.block(), at);
      }
    }
  }

  /** The position before which every block is complete, at the start of a line if one is near. */
  private int limit(String text) {
    int highest = length - reach;
    int start = text.lastIndexOf('\n', highest - 1) + 1;
    return start > highest - reach ? start : highest;
  }

  private void countLines(int from, int to) {
    for (int at = from; at < to; at++) {
      line += window[at] == '\n' ? 1 : 0;
    }
  }
}
