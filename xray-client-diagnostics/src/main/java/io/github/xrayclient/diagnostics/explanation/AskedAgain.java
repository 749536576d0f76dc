package io.github.xrayclient.diagnostics.explanation;

import io.github.xrayclient.internal.json.XrayStyle;
import java.io.Serializable;
import java.time.Instant;
import org.immutables.value.Value;

/**
 * What the server answered when a refused download was requested once more, as {@link
 * io.github.xrayclient.diagnostics.block.BlockedDownloads#askAgain()} does. The request had the
 * credentials of the client, which may differ from those of the build, and it was sent later.
 */
@Value.Immutable
@XrayStyle
@SuppressWarnings("serial")
public interface AskedAgain extends Serializable {
  /** The URL that was requested, without credentials. */
  String address();

  /** The HTTP status of the answer, such as 403. */
  int status();

  /** What follows from the answer. */
  Outcome outcome();

  /** When the download was requested. */
  Instant at();

  /** Two or three sentences for people: what was requested, what was answered, and what follows. */
  default String sentence() {
    return "The server was asked for this download again at " + at()
        + ", and answered with the status " + status() + ". " + outcome().meaning;
  }

  /** What follows from an answer. Later versions may add constants. */
  enum Outcome {
    /** The server refused the download, and its answer tells why. The explanation is based on it. */
    REFUSED_WITH_REASON(
        "Its answer gives the reason. It may have been another one for the build, which ran earlier"
            + " and perhaps with other credentials."),
    /** The server refused the download, and its answer does not tell why either. */
    REFUSED_WITHOUT_REASON("Its answer gives no reason, either."),
    /** The server allows the download now, with the credentials of the client. */
    ALLOWED("So nothing blocks the download now for the user that was used to ask.");

    private final String meaning;

    Outcome(String meaning) {
      this.meaning = meaning;
    }
  }

  /** A builder that begins with these values. */
  Builder toBuilder();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder of {@link AskedAgain} values. Not thread-safe. */
  final class Builder extends ImmutableAskedAgain.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
