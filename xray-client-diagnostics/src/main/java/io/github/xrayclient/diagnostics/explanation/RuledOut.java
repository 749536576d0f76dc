package io.github.xrayclient.diagnostics.explanation;

import io.github.xrayclient.internal.json.XrayStyle;
import java.io.Serializable;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A watch or a rule that was examined, but does not block the download. For a watch that does not
 * apply, each of its blocking rules is listed.
 */
@Value.Immutable
@XrayStyle
@SuppressWarnings("serial")
public interface RuledOut extends Serializable {
  /** The name of the watch. */
  String watch();

  /** The key of the watch's project; absent for a global watch. */
  Optional<String> watchProject();

  /** The name of the policy; absent if it is not known. */
  Optional<String> policy();

  /** The name of the rule; absent if it is not known. */
  Optional<String> rule();

  /**
   * Which of the two actions of the rule is ruled out; the other one may still be a cause. Absent
   * if the watch as a whole is ruled out.
   */
  Optional<BlockCause.Trigger> trigger();

  /** The kind of fact because of which the watch or rule does not block the download. */
  Fact fact();

  /** Why the watch or rule does not block the download, in a sentence for people. */
  String reason();

  /** Kinds of facts that rule out a watch or a rule. Later versions may add constants. */
  enum Fact {
    /** The watch is not active. */
    WATCH_INACTIVE,
    /** A filter of the watch does not match the artifact. */
    FILTER,
    /** The watch covers a project to which the repository does not belong. */
    OTHER_PROJECT,
    /** The watch covers all projects, but the repository belongs to none. */
    NO_PROJECT,
    /** The watch covers a repository of this name in another Artifactory instance. */
    OTHER_ARTIFACTORY,
    /** The watch names a local repository, but this one is remote, or the other way round. */
    OTHER_REPOSITORY_CLASS,
    /** The rule blocks unscanned artifacts, but the scan of this artifact is done. */
    SCAN_DONE,
    /** The rule found no violation of the artifact, but another rule of the policy did. */
    OTHER_RULE_VIOLATED
  }

  /** A builder that begins with these values. */
  Builder toBuilder();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder of {@link RuledOut} values. Not thread-safe. */
  final class Builder extends ImmutableRuledOut.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
