package io.github.xrayclient.diagnostics.refusal;

import io.github.xrayclient.internal.json.XrayStyle;
import java.io.Serializable;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A refused download, with everything that the text of the refusal contains. {@link RefusalLog}
 * finds refusals in texts. Xray's message never names the watch, the policy or the violation.
 *
 * @see "How to Identify the Blocking Watches and Policies for the 403: Artifact Download Request
 *     Rejected Error"
 */
@Value.Immutable
@XrayStyle
@SuppressWarnings("serial")
public interface BlockedDownload extends Serializable {
  /** Kinds of refusals. */
  enum Kind {
    /**
     * Xray blocks the download because the artifact violates a policy or is not scanned. The
     * message does not tell which of the two is the case.
     */
    XRAY_BLOCK,
    /** Artifactory refused the download because it could not reach Xray, not because of a policy. */
    XRAY_UNAVAILABLE,
    /** Curation blocks the package from being fetched into a remote repository. */
    CURATION_BLOCK,
    /**
     * The server does not know the manifest of an image, or answered with the status 404 and the
     * message "Forbidden". A virtual repository also gives the first answer if one of its members
     * blocks the download, and a smart remote repository the second if the other server blocks it.
     */
    POSSIBLE_BLOCK_VIA_VIRTUAL,
    /** The user or the token lacks a permission. */
    PERMISSION,
    /** Logins of the user are refused for a while, usually after failed logins. */
    SUSPENDED,
    /** The credentials are missing or wrong. */
    AUTH,
    /**
     * A proxy refused the request, or the answer is an HTML page, so a proxy, load balancer or
     * login page answered.
     */
    PROXY,
    /**
     * The server refused the download with the status 403, and the text does not have the server's
     * words, as in the output of most build tools. Xray, Curation or a missing permission may be
     * the reason.
     */
    REFUSED_WITHOUT_REASON,
    /** The text does not tell why the download was refused, or whether it was refused. */
    UNKNOWN;

    /**
     * Whether the server's own words say that Xray or Curation blocks the download, or may block it.
     * Also true for {@link #XRAY_UNAVAILABLE}, and false for {@link #REFUSED_WITHOUT_REASON}.
     */
    public boolean isBlock() {
      return this == XRAY_BLOCK
          || this == XRAY_UNAVAILABLE
          || this == CURATION_BLOCK
          || this == POSSIBLE_BLOCK_VIA_VIRTUAL;
    }
  }

  /** The kind of the refusal. */
  Kind kind();

  /**
   * The URL of the refused download, without credentials; absent if it is not known, as in the
   * request log of a server, which has no host names.
   */
  Optional<String> address();

  /** The HTTP status of the refusal; absent if it is not known. */
  Optional<Integer> status();

  /**
   * The key of the repository as the text spells it; absent if the text does not name it. For a
   * remote repository, servers name its cache, such as {@code pypi-remote-cache}.
   */
  Optional<String> repository();

  /** The path inside the repository; absent if the text does not name it. */
  Optional<String> path();

  /**
   * What Curation's message contains; present for {@link Kind#CURATION_BLOCK}. In an explanation
   * also present for {@link Kind#REFUSED_WITHOUT_REASON}, if the server was asked for the status of
   * the package; then it has only what the server answered.
   */
  Optional<CurationRefusal> curation();

  /** The message that was read, cut after 1,000 characters. */
  String text();

  /**
   * How often the refusal occurs in the log. Absent if the refusal was not read from a log or text,
   * or if this value is no refusal but a {@link RefusalLog#guess()}.
   */
  Optional<Long> count();

  /**
   * The line of the log, counted from 1, on which the refusal occurs first; for a message inside
   * JSON, the line on which the JSON begins. For a {@link RefusalLog#guess()}, the line on which it
   * rests: nothing that was found says for certain that a download was refused. Absent if nothing
   * was guessed, or if the refusal was not read from a log or text.
   */
  Optional<Long> line();

  /**
   * The program that printed the refusal, recognized by the lines around it, with what makes it
   * print more; for a {@link RefusalLog#guess()}, the program that was recognized last. Absent if no program
   * was recognized, or if the refusal was not read from a log or text.
   */
  Optional<DownloadTool> tool();

  /** A builder that begins with these values. */
  Builder toBuilder();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder of {@link BlockedDownload} values. Not thread-safe. */
  final class Builder extends ImmutableBlockedDownload.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
