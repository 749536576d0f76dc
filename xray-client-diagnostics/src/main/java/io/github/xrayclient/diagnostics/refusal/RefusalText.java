package io.github.xrayclient.diagnostics.refusal;

import io.github.xrayclient.diagnostics.internal.refusal.BlockReader;
import io.github.xrayclient.error.XrayApiException;
import java.util.List;

/**
 * Finds the refusals in a text: a message, the body of an answer or the output of a build. For a log
 * that may be long there is {@link RefusalLog}.
 */
public final class RefusalText {
  private RefusalText() {}

  /**
   * Finds the refusals in any text: one message, or a whole log with messages between other lines,
   * wrapped, inside JSON or inside JSON that was escaped once more. Takes time in proportion to the
   * length of the text, whatever is in it.
   *
   * @return every distinct block, in order of first appearance; of those that differ only in their
   *     {@link BlockedDownload#text()}, the first. If there is none, one element that says what else
   *     the text may be about
   */
  public static List<BlockedDownload> read(String text) {
    return BlockReader.read(text);
  }

  /**
   * Like {@link #read(String)}, for an answer that this library received. Where the text does not say
   * what kind of refusal it is, the status of the answer decides.
   */
  public static List<BlockedDownload> read(XrayApiException refusal) {
    return BlockReader.read(refusal);
  }
}
