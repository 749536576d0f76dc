package io.github.xrayclient.diagnostics.explanation;

import io.github.xrayclient.internal.json.XrayStyle;
import java.io.Serializable;
import java.util.Optional;
import org.immutables.value.Value;

/** A policy, rule or watch that has no effect on downloads, or less than it seems to have. */
@Value.Immutable
@XrayStyle
@SuppressWarnings("serial")
public interface SetupFinding extends Serializable {
  /** The kind of the finding. */
  Kind kind();

  /** The name of the watch; absent if the finding is about a policy. */
  Optional<String> watch();

  /** The name of the policy; absent if the finding is about a watch as a whole. */
  Optional<String> policy();

  /** The name of the rule; absent if the finding is not about a rule. */
  Optional<String> rule();

  /** The key of the project of the watch or policy; absent for a global one. */
  Optional<String> projectKey();

  /** The finding as a sentence for people. */
  String text();

  /** Kinds of findings, in the order in which an audit lists them. */
  enum Kind {
    /** A policy blocks downloads, but no watch applies it. */
    BLOCKING_POLICY_UNUSED,
    /** A watch is not active. */
    WATCH_INACTIVE,
    /** A watch has no resources or no policies. */
    WATCH_EMPTY,
    /**
     * A watch applies a policy that blocks downloads, but covers only builds, release bundles or
     * Git repositories.
     */
    WATCH_BLOCKS_NO_REPOSITORY,
    /** A watch covers repositories, but none of its policies blocks downloads. */
    WATCH_WITHOUT_BLOCKING_POLICY,
    /** A watch applies a policy that was deleted, or that the token has no permission to read. */
    POLICY_UNREADABLE,
    /** A rule that does not block downloads is evaluated before one that does, and may match first. */
    RULE_BEHIND_ANOTHER
  }

  /** A builder that begins with these values. */
  Builder toBuilder();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder of {@link SetupFinding} values. Not thread-safe. */
  final class Builder extends ImmutableSetupFinding.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
