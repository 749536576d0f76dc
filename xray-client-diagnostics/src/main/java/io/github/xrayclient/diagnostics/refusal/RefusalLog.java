package io.github.xrayclient.diagnostics.refusal;

import io.github.xrayclient.diagnostics.internal.refusal.RefusalLogReader;
import io.github.xrayclient.diagnostics.internal.refusal.ResponseReader;
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
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Finds refused downloads in a text and counts them. The text may be a single message, the body of
 * a response, or a whole log. Messages are also found if they are broken across lines, inside JSON,
 * or inside JSON that is escaped in a string of other JSON. Sends no request.
 *
 * <p>Each method returns every distinct refusal once. The downloads that Xray or Curation blocks by
 * the words of the server come first, then all others, both in the order of first occurrence.
 * Refusals that differ only in their {@link BlockedDownload#text()} count as one, which has the
 * text of the first. If the text contains no refusal, the list has one element without a {@link
 * BlockedDownload#count()}, whose {@link BlockedDownload#kind()} tells what the text may be about.
 * If it is a guess, {@link BlockedDownload#line()} is the line on which it rests.
 *
 * <p>Words such as "forbidden" and "authentication required" count only where they are part of an
 * answer of a server. Elsewhere in a log, the operating system, tests or other tools may have
 * written them.
 *
 * <p>Most tools do not print the words of a server. A request that the log shows with the status
 * 403 but without these words is a refusal of the kind {@link
 * BlockedDownload.Kind#REFUSED_WITHOUT_REASON}, and one with the status 401 is of the kind {@link
 * BlockedDownload.Kind#AUTH}. The last status of an address decides: a request that had success
 * later is no refusal. The words of a server and the request that they answer are one refusal. An
 * address has a repository and a path only as far as they are certain.
 *
 * <p>Refusals are also read from the output of {@code jf curation-audit}, as a table or as JSON,
 * from events of Curation's webhooks and rows of its audit, and from the request and access logs of
 * a server.
 *
 * <p>A log may have any length. Only a few megabytes of the log and the distinct refusals are in
 * memory at a time, and the running time is proportional to the length. Messages and JSON objects
 * of up to 131,072 characters are always recognized.
 */
public final class RefusalLog {
  private RefusalLog() {}

  /** Finds the refusals in a message or a log that is in memory. */
  public static List<BlockedDownload> parse(String text) {
    return RefusalLogReader.read(Objects.requireNonNull(text, "text"));
  }

  /**
   * Finds the refusals in a log. Reads it to its end, and does not close the reader.
   *
   * @throws IOException if reading the log fails
   */
  public static List<BlockedDownload> read(Reader log) throws IOException {
    return RefusalLogReader.read(Objects.requireNonNull(log, "log"));
  }

  /**
   * Finds the refusals in a log. Reads it to its end, and does not close the stream. The encoding
   * is UTF-16 if the log begins with a byte order mark of UTF-16, and UTF-8 otherwise. Malformed
   * bytes are replaced by U+FFFD.
   *
   * @throws IOException if reading the log fails
   */
  public static List<BlockedDownload> read(InputStream log) throws IOException {
    PushbackInputStream in =
        new PushbackInputStream(Objects.requireNonNull(log, "log"), 3); // a pipe cannot be reset
    return read(new InputStreamReader(in, charset(in)));
  }

  /**
   * Finds the refusals in a log file. The encoding is recognized as by {@link #read(InputStream)}.
   *
   * @throws IOException if the file cannot be read
   */
  public static List<BlockedDownload> read(Path log) throws IOException {
    try (InputStream in = Files.newInputStream(Objects.requireNonNull(log, "log"))) {
      return read(in);
    }
  }

  /**
   * Finds the refusals in a response that this library received as an exception. They have the
   * address and the status of the response, but neither a count nor a line. If the text of the
   * response does not tell the kind of the refusal, its status decides.
   */
  public static List<BlockedDownload> read(XrayApiException refusal) {
    return ResponseReader.read(Objects.requireNonNull(refusal, "refusal"));
  }

  /**
   * Recognizes the encoding, and skips a byte order mark of UTF-8, which the decoder would take for
   * text.
   */
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
