package io.github.xrayclient.diagnostics.explanation;

import io.github.xrayclient.diagnostics.refusal.BlockKind;
import io.github.xrayclient.diagnostics.refusal.CurationRefusal;
import io.github.xrayclient.diagnostics.refusal.LoggedBlock;
import io.github.xrayclient.internal.json.XrayStyle;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** Why a download is refused: causes, the surest first, and what was looked at besides. */
@Value.Immutable
@XrayStyle
public interface BlockExplanation {
  /** What the refusal is; absent if a repository was asked about, not a refusal. */
  Optional<BlockKind> kind();

  Optional<String> repository();

  Optional<String> path();

  /** The refusal with its place in a log, if it was read from one. */
  Optional<LoggedBlock> logged();

  List<BlockCause> causes();

  List<RuledOut> ruledOut();

  /** What Curation said, if it was Curation. */
  Optional<CurationRefusal> curation();

  /** What could not be looked at, and why. */
  List<String> notChecked();

  /**
   * The entries of {@link #notChecked()} that concern policies and watches which could not be read.
   * If there are any, the absence of causes does not mean that nothing blocks. Empty if all were
   * read, or if none were needed.
   */
  List<String> notRead();

  List<String> nextSteps();

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
