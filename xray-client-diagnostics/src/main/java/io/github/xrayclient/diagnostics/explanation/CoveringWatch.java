package io.github.xrayclient.diagnostics.explanation;

import io.github.xrayclient.internal.json.XrayStyle;
import io.github.xrayclient.watch.WatchResource;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** A watch that covers a repository, or may. */
@Value.Immutable
@XrayStyle
@SuppressWarnings("serial")
public interface CoveringWatch extends Serializable {
  /** The repository; of a virtual one the member that is covered. */
  String repository();

  /** The name of the watch. */
  String watch();

  /** Empty for a global watch. */
  Optional<String> projectKey();

  /** Whether it is at work, if the server says so. */
  Optional<Boolean> active();

  /** Whether the watch certainly covers the repository; if not, the text says on what it depends. */
  boolean certain();

  /** The resource that covers the repository. */
  WatchResource resource();

  /** Why the watch covers the repository, or on what that depends, in one sentence. */
  String text();

  /** The policies that the watch applies. */
  List<AppliedPolicy> policies();

  /** Whether it is at work with a policy that blocks downloads, or may be for what is known. */
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

  /** Collects the values. Not thread-safe. */
  final class Builder extends ImmutableCoveringWatch.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
