package io.github.xrayclient.diagnostics.refusal;

import io.github.xrayclient.error.XrayApiException;
import io.github.xrayclient.internal.json.XrayStyle;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A refused download, as far as the text of the refusal tells: log line, HTTP body or build output.
 * Xray's text never names the watch, policy or violation behind it.
 *
 * @see "How to Identify the Blocking Watches and Policies for the 403: Artifact Download Request
 *     Rejected Error"
 */
@Value.Immutable
@XrayStyle
public interface BlockedDownload {
  BlockKind kind();

  /** As the text spells it; a remote one shows as its cache, {@code pypi-remote-cache}. */
  Optional<String> repository();

  /** Inside the repository. */
  Optional<String> path();

  /** Present for {@link BlockKind#CURATION_BLOCK} only. */
  Optional<CurationRefusal> curation();

  /** The message that this was read from, at most 1,000 characters of it. */
  String text();

  /**
   * Finds the refusals in any text: one message, or a whole log with messages between other lines,
   * wrapped, inside JSON or inside JSON that was escaped once more. Takes time in proportion to the
   * length of the text, whatever is in it.
   *
   * @return every distinct block, in order of first appearance; those that differ in their {@link
   *     #text()} only are given once. If there is none, one element that says what else it may be
   */
  static List<BlockedDownload> parse(String text) {
    return BlockReader.read(text);
  }

  /**
   * As {@link #parse(String)}, from an answer that the library itself met; its status helps where its
   * words say too little.
   */
  static List<BlockedDownload> of(XrayApiException refusal) {
    return BlockReader.read(refusal);
  }

  /** A builder that begins with these values. */
  Builder toBuilder();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Collects the values. Not thread-safe. */
  final class Builder extends ImmutableBlockedDownload.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
