package io.github.xrayclient.diagnostics.explanation;

import io.github.xrayclient.internal.json.XrayStyle;
import java.io.Serializable;
import java.util.Optional;
import org.immutables.value.Value;

/** A watch with a blocking rule that could have covered the repository, but does not. */
@Value.Immutable
@XrayStyle
@SuppressWarnings("serial")
public interface RuledOut extends Serializable {
  /** The name of the watch. */
  String watch();

  /** The policy; absent if the whole watch is ruled out. */
  Optional<String> policy();

  /** The rule; absent if the whole watch or policy is ruled out. */
  Optional<String> rule();

  /** The switch of the rule that the fact is about; absent if it is about the watch. */
  Optional<BlockCause.Trigger> trigger();

  /** The kind of fact that speaks against it. */
  Fact fact();

  /** The fact, in words that can end a sentence. */
  String reason();

  /** Kinds of facts by which a watch or rule cannot be the cause. Later versions may add some. */
  enum Fact {
    /** The watch is not active. */
    WATCH_INACTIVE,
    /** A filter of the watch does not let the artifact pass. */
    FILTER,
    /** The watch is on a project to which the repository does not belong. */
    OTHER_PROJECT,
    /** The watch is on projects, and the repository belongs to none. */
    NO_PROJECT,
    /** The watch is on repositories of another Artifactory. */
    OTHER_ARTIFACTORY,
    /** The watch names a local repository and this one is remote, or the other way round. */
    OTHER_REPOSITORY_CLASS,
    /** The rule blocks artifacts that are not scanned, and the scan of this one is done. */
    SCAN_DONE
  }

  /** A builder that begins with these values. */
  Builder toBuilder();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Collects the values. Not thread-safe. */
  final class Builder extends ImmutableRuledOut.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
