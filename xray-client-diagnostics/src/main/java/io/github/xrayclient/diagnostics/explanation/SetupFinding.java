package io.github.xrayclient.diagnostics.explanation;

import io.github.xrayclient.internal.json.XrayStyle;
import java.io.Serializable;
import java.util.Optional;
import org.immutables.value.Value;

/** One thing that has no effect, or less than it seems. */
@Value.Immutable
@XrayStyle
@SuppressWarnings("serial")
public interface SetupFinding extends Serializable {
  /** What is found. */
  Kind kind();

  /** The watch that it is about, if there is one. */
  Optional<String> watch();

  /** The policy that it is about, if there is one. */
  Optional<String> policy();

  /** The rule that it is about, if there is one. */
  Optional<String> rule();

  /** The project of the watch, or else of the policy; empty for a global one. */
  Optional<String> projectKey();

  /** What is found, in one sentence. */
  String text();

  /** What is found. */
  enum Kind {
    /** A policy that blocks downloads, but that no watch applies. */
    BLOCKING_POLICY_UNUSED,
    /** A watch that is not active. */
    WATCH_INACTIVE,
    /** A watch without resources or without policies. */
    WATCH_EMPTY,
    /** A watch with a blocking policy on builds, bundles or source repositories only. */
    WATCH_BLOCKS_NO_REPOSITORY,
    /** A watch on repositories, none of whose policies blocks downloads. */
    WATCH_WITHOUT_BLOCKING_POLICY,
    /** A policy that a watch applies, but that could not be read: deleted, or not to be seen. */
    POLICY_UNREADABLE,
    /** A blocking rule behind one that does not block, and that may match first. */
    RULE_BEHIND_ANOTHER
  }

  /** A builder that begins with these values. */
  Builder toBuilder();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Collects the values. Not thread-safe. */
  final class Builder extends ImmutableSetupFinding.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
