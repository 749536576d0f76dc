package io.github.xrayclient.diagnostics.refusal;

import io.github.xrayclient.internal.json.XrayStyle;
import java.io.Serializable;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A refused download, as far as the text of the refusal tells; {@link RefusalLog} reads texts. Xray's
 * text never names the watch, policy or violation behind it.
 *
 * @see "How to Identify the Blocking Watches and Policies for the 403: Artifact Download Request
 *     Rejected Error"
 */
@Value.Immutable
@XrayStyle
@SuppressWarnings("serial")
public interface BlockedDownload extends Serializable {
  /** What kind of refusal it is; not every kind is a block. */
  BlockKind kind();

  /** The address of the refused download, if it is known. It holds no credentials. */
  Optional<String> address();

  /** The HTTP status of the refusal, if it is known. */
  Optional<Integer> status();

  /** The repository as the text spells it; a remote one shows as its cache, {@code pypi-remote-cache}. */
  Optional<String> repository();

  /** The path inside the repository. */
  Optional<String> path();

  /** What Curation said; present only for {@link BlockKind#CURATION_BLOCK}. */
  Optional<CurationRefusal> curation();

  /** The message that this was read from, at most 1,000 characters of it. */
  String text();

  /**
   * How often the refusal stands in the log that it was read from. Absent if it was not read from a log,
   * and if the log holds no refusal and this only says what the log may be about.
   */
  Optional<Long> count();

  /**
   * The first line of the log, from 1, on which the refusal stands. Inside JSON it is the line on which
   * the JSON begins. Present if {@link #count()} is.
   */
  Optional<Long> line();

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
