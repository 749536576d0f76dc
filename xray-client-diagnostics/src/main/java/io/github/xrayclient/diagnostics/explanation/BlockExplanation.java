package io.github.xrayclient.diagnostics.explanation;

import io.github.xrayclient.diagnostics.refusal.BlockedDownload;
import io.github.xrayclient.internal.json.XrayStyle;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** Why a download is refused: causes, the surest first, and what was looked at besides. */
@Value.Immutable
@XrayStyle
@SuppressWarnings("serial")
public interface BlockExplanation extends Serializable {
  /**
   * The refusal that is explained, with what the server adds to the words of Curation. Absent if the
   * question was what would block a repository or an artifact.
   */
  Optional<BlockedDownload> refusal();

  /** The repository that was looked at; absent if it is not known. */
  Optional<String> repository();

  /** The path inside the repository; absent if it is not known. */
  Optional<String> path();

  /** What blocks or may block the download, the most likely first. */
  List<BlockCause> causes();

  /** Watches and rules that could have been the cause, but are not. */
  List<RuledOut> ruledOut();

  /** Policies of watches that cover the artifact, but that do not block downloads. */
  List<NotBlocking> notBlocking();

  /** What could not be looked at, and why. */
  List<NotChecked> notChecked();

  /** What to do, the most useful first. */
  List<NextStep> nextSteps();

  /**
   * The base URL of the platform that was asked, without credentials. Absent if no request was sent,
   * since the text of the refusal tells all.
   */
  Optional<String> server();

  /** When the platform was asked. Absent if {@link #server()} is. */
  Optional<Instant> askedAt();

  /**
   * Whether all watches were read that may block. If not, the absence of causes does not mean that
   * nothing blocks, and {@link #notChecked()} says what was not read.
   */
  default boolean isComplete() {
    return notChecked().stream().noneMatch(NotChecked::mayHideCauses);
  }

  /** A builder that begins with these values. */
  Builder toBuilder();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Collects the values. Not thread-safe. */
  final class Builder extends ImmutableBlockExplanation.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
