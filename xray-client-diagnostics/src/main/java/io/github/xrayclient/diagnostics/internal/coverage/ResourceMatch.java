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

  /** It names the repository, all of them or a project, but one fact speaks against it. */
  static ResourceMatch failsOn(WatchResource resource, Fact fact, String reason) {
    return new ResourceMatch(resource, Coverage.NO, reason, true, fact);
  }

  /** It is about something else altogether. */
  static ResourceMatch unrelated(WatchResource resource) {
    return new ResourceMatch(
        resource, Coverage.NO, "it does not cover the repository", false, null);
  }

  /** The resource. */
  public WatchResource resource() {
    return resource;
  }

  /** Whether it covers the artifact. */
  public Coverage coverage() {
    return coverage;
  }

  /** Why, as a part of a sentence; for {@code COVERS_IF} what it depends on. */
  public String reason() {
    return reason;
  }

  /** The fact that speaks against a resource that is near; empty if it covers, or may cover. */
  public Optional<Fact> fact() {
    return Optional.ofNullable(fact);
  }

  /** False if the resource has nothing to do with the repository, so that it is not worth a word. */
  public boolean isNear() {
    return near;
  }
}
