package io.github.xrayclient.diagnostics.refusal;

import io.github.xrayclient.diagnostics.internal.refusal.FoundRefusals;
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
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The refused downloads that a text shows. The text may be a single message, the body of a
 * response, or a whole log. Messages are also found if they are broken across lines, inside JSON,
 * or inside JSON that is escaped in a string of other JSON. Reading sends no request. Immutable.
 *
 * <p>{@link #refusals()} has every distinct refusal once. If there is none, {@link #guess()} tells
 * what the text may be about.
 *
 * <p>Words such as "forbidden" and "authentication required" count only where they are part of an
 * answer of a server. Elsewhere in a log, the operating system, tests or other tools may have
 * written them.
 *
 * <p>Most tools do not print the words of a server. A request that the log shows with the status
 * 403 but without these words is a refusal of the kind {@link
 * BlockedDownload.Kind#REFUSED_WITHOUT_REASON}, and one with the status 401 is of the kind {@link
 * BlockedDownload.Kind#AUTH}. The last status of an address decides: a request that had success
 * later is no refusal. A message of Xray or Curation stays a refusal even then, but has no address
 * if it names no artifact. The words of a server and the request that they answer are one refusal.
 * If the words name no artifact, and more than one request near them may be meant, they have no
 * address. An address has a repository and a path only as far as they are certain.
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
  private final List<BlockedDownload> refusals;
  private final Optional<BlockedDownload> guess;

  private RefusalLog(FoundRefusals found) {
    this.refusals = found.refusals();
    this.guess = found.guess();
  }

  /** Reads a message or a log that is in memory. */
  public static RefusalLog parse(String text) {
    return new RefusalLog(RefusalLogReader.read(Objects.requireNonNull(text, "text")));
  }

  /**
   * Reads a log to its end, and does not close the reader.
   *
   * @throws IOException if reading the log fails
   */
  public static RefusalLog read(Reader log) throws IOException {
    return new RefusalLog(RefusalLogReader.read(Objects.requireNonNull(log, "log")));
  }

  /**
   * Reads a log to its end, and does not close the stream. The encoding is UTF-16 if the log begins
   * with a byte order mark of UTF-16, and UTF-8 otherwise. Malformed bytes are replaced by U+FFFD.
   *
   * @throws IOException if reading the log fails
   */
  public static RefusalLog read(InputStream log) throws IOException {
    PushbackInputStream in =
        new PushbackInputStream(Objects.requireNonNull(log, "log"), 3); // a pipe cannot be reset
    return read(new InputStreamReader(in, charset(in)));
  }

  /**
   * Reads a log file. The encoding is recognized as by {@link #read(InputStream)}.
   *
   * @throws IOException if the file cannot be read
   */
  public static RefusalLog read(Path log) throws IOException {
    try (InputStream in = Files.newInputStream(Objects.requireNonNull(log, "log"))) {
      return read(in);
    }
  }

  /**
   * Reads a response that this library received as an exception. Its refusals have the address and
   * the status of the response, but neither a count nor a line. If the text of the response does
   * not tell the kind of the refusal, its status decides.
   */
  public static RefusalLog read(XrayApiException refusal) {
    return new RefusalLog(ResponseReader.read(Objects.requireNonNull(refusal, "refusal")));
  }

  /**
   * Every distinct refusal once; empty if the text shows none. First come the refusals in which the
   * words of the server say that Xray or Curation blocks the download, then all others; each group
   * is in the order of first occurrence. Refusals that differ only in their {@link
   * BlockedDownload#text()} count as one, which has the text of the first.
   */
  public List<BlockedDownload> refusals() {
    return refusals;
  }

  /**
   * What a text without refusals may be about; empty if there are refusals. It is no refusal, and
   * has no {@link BlockedDownload#count()}. Its {@link BlockedDownload#line()} is the line on which
   * the guess rests. If nothing can be guessed, its kind is {@link BlockedDownload.Kind#UNKNOWN},
   * and it only has the beginning of the text and the program that wrote it, if that is recognized.
   * A guess about an {@link XrayApiException} also has the address and the status of the response,
   * but no line.
   */
  public Optional<BlockedDownload> guess() {
    return guess;
  }

  /** Whether the other object is a log with equal refusals or an equal guess. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RefusalLog
        && refusals.equals(((RefusalLog) other).refusals)
        && guess.equals(((RefusalLog) other).guess);
  }

  @Override
  public int hashCode() {
    return Objects.hash(refusals, guess);
  }

  /** The refusals, or the guess if there is none. */
  @Override
  public String toString() {
    return guess
        .map(text -> "RefusalLog{guess=" + text + "}")
        .orElseGet(() -> "RefusalLog{refusals=" + refusals + "}");
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
