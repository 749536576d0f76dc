package io.github.xrayclient.diagnostics.refusal;

import io.github.xrayclient.diagnostics.internal.refusal.RefusalLogReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds the refusals in a log of any length, and counts them. It finds what {@link
 * RefusalText#read(String)} finds, but holds only a few megabytes of the log and each distinct block
 * once in memory. Messages and JSON objects of up to 131,072 characters are always read whole.
 */
public final class RefusalLog {
  private RefusalLog() {}

  /** Like {@link #read(Reader)}, for a log that is a text. */
  public static List<LoggedBlock> parse(String log) {
    try {
      return read(new StringReader(log));
    } catch (IOException e) {
      throw new UncheckedIOException(e); // no text does that
    }
  }

  /**
   * Reads a log to its end and leaves the reader open.
   *
   * @return every distinct block, in order of first appearance. If there is none, one element that
   *     says what else the log may be about
   */
  public static List<LoggedBlock> read(Reader log) throws IOException {
    return RefusalLogReader.read(log);
  }

  /**
   * Like {@link #read(Reader)}, for a log in UTF-8 or, if it begins with its byte order mark, in UTF-16.
   * Bytes that are not well-formed are replaced.
   */
  public static List<LoggedBlock> read(InputStream log) throws IOException {
    PushbackInputStream in = new PushbackInputStream(log, 3); // unlike a buffer it works on a pipe
    return read(new InputStreamReader(in, charset(in)));
  }

  /** Like {@link #read(InputStream)}, for the log in this file. */
  public static List<LoggedBlock> read(Path log) throws IOException {
    try (InputStream in = Files.newInputStream(log)) {
      return read(in);
    }
  }

  /** Tells the encoding, and takes away a mark that the decoder would take for text. */
  private static Charset charset(PushbackInputStream in) throws IOException {
    byte[] start = in.readNBytes(3);
    if (startsWith(start, 0xef, 0xbb, 0xbf)) {
      return StandardCharsets.UTF_8;
    }
    in.unread(start);
    return startsWith(start, 0xfe, 0xff) || startsWith(start, 0xff, 0xfe)
        ? StandardCharsets.UTF_16
        : StandardCharsets.UTF_8;
  }

  private static boolean startsWith(byte[] start, int... mark) {
    return start.length >= mark.length
        && IntStream.range(0, mark.length).allMatch(i -> (start[i] & 0xff) == mark[i]);
  }
}
