package io.github.xrayclient.diagnostics.internal.coverage;

import io.github.xrayclient.diagnostics.explanation.RuledOut.Fact;
import io.github.xrayclient.watch.WatchResource;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether one resource of a watch covers an artifact, and why. Immutable. */
public final class ResourceMatch {
  private final WatchResource resource;
  private final Coverage coverage;
  private final String reason;
  private final boolean near;
  private final @Nullable Fact fact;

  private ResourceMatch(
      WatchResource resource, Coverage coverage, String reason, boolean near, @Nullable Fact fact) {
    this.resource = Objects.requireNonNull(resource, "resource");
    this.coverage = coverage;
    this.reason = reason;
    this.near = near;
    this.fact = fact;
  }

  static ResourceMatch covers(WatchResource resource, String reason) {
    return new ResourceMatch(resource, Coverage.COVERS, reason, true, null);
  }

  static ResourceMatch coversIf(WatchResource resource, String condition) {
    return new ResourceMatch(resource, Coverage.COVERS_IF, condition, true, null);
  }

  /** The resource is about the repository, but a fact shows that it does not cover the artifact. */
  static ResourceMatch failsOn(WatchResource resource, Fact fact, String reason) {
    return new ResourceMatch(resource, Coverage.NO, reason, true, fact);
  }

  /** The resource has nothing to do with the repository. */
  static ResourceMatch unrelated(WatchResource resource) {
    return new ResourceMatch(
        resource, Coverage.NO, "it does not cover the repository", false, null);
  }

  /** The resource. */
  public WatchResource resource() {
    return resource;
  }

  /** Whether the resource covers the artifact. */
  public Coverage coverage() {
    return coverage;
  }

  /** The reason, as a part of a sentence about the watch; for {@code COVERS_IF}, the condition. */
  public String reason() {
    return reason;
  }

  /**
   * The fact because of which a resource about the repository does not cover the artifact; empty if
   * there is none.
   */
  public Optional<Fact> fact() {
    return Optional.ofNullable(fact);
  }

  /** Whether the resource is about the repository, even if it does not cover the artifact. */
  public boolean isNear() {
    return near;
  }
}
