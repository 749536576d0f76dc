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
import java.util.Arrays;
import java.util.List;

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
   * Like {@link #read(Reader)}, for a log in UTF-8 or, if it begins with a byte order mark, in UTF-16.
   * Bytes that are not well-formed are replaced.
   */
  public static List<LoggedBlock> read(InputStream log) throws IOException {
    PushbackInputStream in = new PushbackInputStream(log, 2); // unlike a buffer it works on a pipe
    return read(new InputStreamReader(in, charset(in)));
  }

  /** Like {@link #read(InputStream)}, for the log in this file. */
  public static List<LoggedBlock> read(Path log) throws IOException {
    try (InputStream in = Files.newInputStream(log)) {
      return read(in);
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
