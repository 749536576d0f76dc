package io.github.xrayclient.diagnostics.explanation;

import io.github.xrayclient.diagnostics.refusal.BlockKind;
import io.github.xrayclient.diagnostics.refusal.CurationRefusal;
import io.github.xrayclient.diagnostics.refusal.LoggedBlock;
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
  /** What the refusal is; absent if a repository was asked about, not a refusal. */
  Optional<BlockKind> kind();

  /** The address of the refused download, if it is known. It holds no credentials. */
  Optional<String> address();

  /** The HTTP status of the refusal, if it is known. */
  Optional<Integer> status();

  Optional<String> repository();

  Optional<String> path();

  /** The refusal with its place in a log, if it was read from one. */
  Optional<LoggedBlock> logged();

  List<BlockCause> causes();

  List<RuledOut> ruledOut();

  /** Policies of watches that cover the artifact, but that do not block downloads. */
  List<NotBlocking> notBlocking();

  /** What Curation said, if it was Curation. */
  Optional<CurationRefusal> curation();

  /** What could not be looked at, and why. */
  List<NotChecked> notChecked();

  /** What to do, the most useful first. */
  List<NextStep> nextSteps();

  /** The base URL of the platform that was asked, without credentials. Absent if none was asked. */
  Optional<String> server();

  /** When it was asked. Absent if no platform was asked. */
  Optional<Instant> askedAt();

  /** How often the refusal stands in a log; absent if it was not read from one. */
  default Optional<Long> count() {
    return logged().map(LoggedBlock::count).filter(count -> count > 0);
  }

  /** The first line of the log on which the refusal stands; absent if it was not read from one. */
  default Optional<Long> line() {
    return logged().filter(logged -> logged.count() > 0).map(LoggedBlock::line);
  }

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
