package io.github.xrayclient.diagnostics.explanation;

import io.github.xrayclient.internal.json.XrayStyle;
import io.github.xrayclient.watch.WatchResource;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** A watch that covers a repository, or may cover it. */
@Value.Immutable
@XrayStyle
@SuppressWarnings("serial")
public interface CoveringWatch extends Serializable {
  /** The key of the repository that the watch covers; for a virtual repository, that of the member. */
  String repository();

  /** The name of the watch. */
  String watch();

  /** The key of the watch's project; absent for a global watch. */
  Optional<String> projectKey();

  /** Whether the watch is active; absent if the server does not state it. */
  Optional<Boolean> active();

  /** Whether the watch certainly covers the repository. If not, {@link #text()} names the condition. */
  boolean certain();

  /** The resource that covers the repository. */
  WatchResource resource();

  /** Why the watch covers the repository, or under which condition, in a sentence for people. */
  String text();

  /** The policies that are assigned to the watch. */
  List<AppliedPolicy> policies();

  /**
   * Whether the watch may block downloads: it is not known to be inactive, and one of its policies
   * has a rule that blocks downloads or could not be read.
   */
  default boolean mayBlock() {
    return active().orElse(true)
        && policies().stream()
            .anyMatch(policy -> !policy.readable() || !policy.blockingRules().isEmpty());
  }

  /** A builder that begins with these values. */
  Builder toBuilder();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder of {@link CoveringWatch} values. Not thread-safe. */
  final class Builder extends ImmutableCoveringWatch.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
