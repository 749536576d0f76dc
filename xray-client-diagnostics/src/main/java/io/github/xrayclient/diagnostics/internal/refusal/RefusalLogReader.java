package io.github.xrayclient.diagnostics.internal.refusal;

import io.github.xrayclient.diagnostics.refusal.BlockedDownload;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Finds the refusals in a log that may be too long to hold in memory. It looks at one window of the
 * log at a time, and moves the window on so that each message is whole in one of them.
 */
public final class RefusalLogReader {
  private static final int WINDOW = 1 << 20;
  private static final int REACH = 1 << 17; // longer than any message with what is read around it

  private final Reader log;
  private final char[] window;
  private final int reach;
  private final DistinctBlocks blocks = new DistinctBlocks();
  private Classification classification = Classification.NOTHING;
  private String beginning = "";
  private int length;
  private boolean continued; // whether something stood before the window
  private long line = 1; // of what is looked at

  private RefusalLogReader(Reader log, int window, int reach) {
    this.log = log;
    this.window = new char[window];
    this.reach = reach;
  }

  /** Reads a log to its end and leaves it open. */
  public static List<BlockedDownload> read(Reader log) throws IOException {
    return read(log, WINDOW, REACH);
  }

  /** Reads a text as it would read a log with that text. */
  public static List<BlockedDownload> read(String text) {
    int window = Math.min(WINDOW, text.length() + 1); // a text that fits in is searched as a whole
    try {
      return read(new StringReader(text), window, REACH);
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory can always be read", e);
    }
  }

  /**
   * Reads a log to its end and leaves it open.
   *
   * @param window how many characters are looked at together, at least three times the reach
   * @param reach how far a message can stretch
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
    return blocks.isEmpty() ? List.of(classification.block(beginning)) : blocks.counted();
  }

  /** Returns whether the log may go on behind the window. */
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

  /** Takes the blocks that are whole from the window, and then what no further one can need. */
  private void search(boolean more) {
    String text = new String(window, 0, length);
    TextSplitter texts = continued ? TextSplitter.continued(text) : TextSplitter.in(text);
    int limit = more ? limit(text) : length;
    int done = limit;
    int counted = 0;
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
      classification = classification.or(Classification.of(text, texts.messages()));
    }
    countLines(counted, done);
    System.arraycopy(window, done, window, 0, length - done);
    length -= done;
    continued = true;
  }

  /** Blocks that begin before this position are whole; a line's start if one is near. */
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
