package io.github.xrayclient.diagnostics.refusal;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Finds the refusals in a log of any length. It finds what {@link BlockedDownload#parse} finds, but
 * holds a few megabytes at a time and, beside them, each distinct block once. Messages and JSON
 * objects of up to 131,072 characters are read whole, wherever lines or reads break them.
 */
public final class RefusalLog {
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

  private RefusalLog(Reader log, int window, int reach) {
    this.log = log;
    this.window = new char[window];
    this.reach = reach;
  }

  /**
   * Reads to the end and leaves the reader open.
   *
   * @return every distinct block, in order of first appearance. If there is none, one element that
   *     says what else the log may be about
   */
  public static List<LoggedBlock> read(Reader log) throws IOException {
    return read(log, WINDOW, REACH);
  }

  /**
   * As {@link #read(Reader)}, for UTF-8 and, with a byte order mark, UTF-16. What is not well-formed
   * is replaced.
   */
  public static List<LoggedBlock> read(InputStream log) throws IOException {
    PushbackInputStream in = new PushbackInputStream(log, 2); // unlike a buffer it works on a pipe
    return read(new InputStreamReader(in, charset(in)));
  }

  /** As {@link #read(InputStream)}. */
  public static List<LoggedBlock> read(Path log) throws IOException {
    try (InputStream in = Files.newInputStream(log)) {
      return read(in);
    }
  }

  /**
   * @param window how many characters are looked at together, at least three times the reach
   * @param reach how far a message can stretch
   */
  static List<LoggedBlock> read(Reader log, int window, int reach) throws IOException {
    return new RefusalLog(log, window, reach).read();
  }

  private List<LoggedBlock> read() throws IOException {
    boolean more;
    do {
      more = fill();
      search(more);
    } while (more);
    return blocks.isEmpty() ? List.of(guess()) : blocks.logged();
  }

  private LoggedBlock guess() {
    return LoggedBlock.builder()
        .block(classification.block(beginning))
        .count(0)
        .line(1)
        .build();
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
    RefusalTexts texts = continued ? RefusalTexts.continued(text) : RefusalTexts.in(text);
    int limit = more ? limit(text) : length;
    int done = limit;
    int counted = 0;
    for (FoundBlock found : BlockReader.find(texts)) {
      if (found.start() < limit) {
        countLines(counted, found.start());
        counted = found.start();
        blocks.add(found.block(), line);
        done = Math.max(done, found.end());
      }
    }
    if (!continued) {
      beginning = SearchText.cut(text);
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

  private static Charset charset(PushbackInputStream in) throws IOException {
    byte[] start = in.readNBytes(2);
    in.unread(start);
    boolean marked = Arrays.equals(start, new byte[] {(byte) 0xfe, (byte) 0xff})
        || Arrays.equals(start, new byte[] {(byte) 0xff, (byte) 0xfe});
    return marked ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
  }
}
