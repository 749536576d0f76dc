package io.github.xrayclient.diagnostics.refusal;

import io.github.xrayclient.diagnostics.internal.refusal.BlockReader;
import io.github.xrayclient.diagnostics.internal.refusal.RefusalLogReader;
import io.github.xrayclient.error.XrayApiException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds the refusals in any text, and counts them: one message, the body of an answer, or a whole log
 * with messages between other lines, wrapped, inside JSON or inside JSON that was escaped once more.
 * All methods find the same in the same text. A log may have any length: only a few megabytes of it
 * and each distinct refusal once are held in memory, and the time is in proportion to the length.
 * Messages and JSON objects of up to 131,072 characters are always read whole.
 *
 * <p>Each method returns every distinct refusal, in order of first appearance. Refusals that differ
 * only in their {@link BlockedDownload#text()} are one, with the text of the first. If there is none,
 * the list has one element, without a {@link BlockedDownload#count()}, that says what else the text
 * may be about.
 */
public final class RefusalLog {
  private RefusalLog() {}

  /** Reads a message or a log that is held in memory. */
  public static List<BlockedDownload> parse(String text) {
    return RefusalLogReader.read(text);
  }

  /** Reads a log to its end and leaves the reader open. */
  public static List<BlockedDownload> read(Reader log) throws IOException {
    return RefusalLogReader.read(log);
  }

  /**
   * Reads a log to its end and leaves the stream open. The log is in UTF-8 or, if it begins with the
   * byte order mark of UTF-16, in UTF-16. Bytes that are not well-formed are replaced.
   */
  public static List<BlockedDownload> read(InputStream log) throws IOException {
    PushbackInputStream in = new PushbackInputStream(log, 3); // unlike a buffer it works on a pipe
    return read(new InputStreamReader(in, charset(in)));
  }

  /** Reads the log in this file, in the encodings of {@link #read(InputStream)}. */
  public static List<BlockedDownload> read(Path log) throws IOException {
    try (InputStream in = Files.newInputStream(log)) {
      return read(in);
    }
  }

  /**
   * Reads an answer that this library received; nothing is counted. Where the text does not say what kind
   * of refusal it is, the status of the answer decides.
   */
  public static List<BlockedDownload> read(XrayApiException refusal) {
    return BlockReader.read(refusal);
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
