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
  /** What kind of refusal a text is about. */
  enum Kind {
    /** Xray holds the artifact back: it violates a policy or is not scanned; no text says which. */
    XRAY_BLOCK,
    /** Held back because Artifactory could not reach Xray; no policy need be behind it. */
    XRAY_UNAVAILABLE,
    /** Curation refuses to fetch the package into a remote repository. */
    CURATION_BLOCK,
    /** A manifest said to be unknown; a virtual repository answers so for a blocked one, too. */
    POSSIBLE_BLOCK_VIA_VIRTUAL,
    /** The user or token lacks a right. */
    PERMISSION,
    /** The user is locked out for a while, usually after failed logins. */
    SUSPENDED,
    /** No credentials, or wrong ones. */
    AUTH,
    /** An HTML page: a proxy, load balancer or login page answered, not the repository. */
    PROXY,
    /** None of these can be told from the text. */
    UNKNOWN;

    /** Whether a download block is, or may be, behind the refusal. */
    public boolean isBlock() {
      return this == XRAY_BLOCK
          || this == XRAY_UNAVAILABLE
          || this == CURATION_BLOCK
          || this == POSSIBLE_BLOCK_VIA_VIRTUAL;
    }
  }

  /** What kind of refusal it is; not every kind is a block. */
  Kind kind();

  /** The address of the refused download, if it is known. It holds no credentials. */
  Optional<String> address();

  /** The HTTP status of the refusal, if it is known. */
  Optional<Integer> status();

  /** The repository as the text spells it; a remote one shows as its cache, {@code pypi-remote-cache}. */
  Optional<String> repository();

  /** The path inside the repository. */
  Optional<String> path();

  /** What Curation said; present only for {@link Kind#CURATION_BLOCK}. */
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
