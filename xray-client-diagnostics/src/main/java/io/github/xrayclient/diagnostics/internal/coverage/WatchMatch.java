package io.github.xrayclient.diagnostics.internal.coverage;

import io.github.xrayclient.watch.WatchFilterType;

/** How a watch that may block matches an artifact in a repository. Immutable. */
public final class WatchMatch {
  private final String repository;
  private final IndexedWatch watch;
  private final ResourceMatch match;

  WatchMatch(String repository, IndexedWatch watch, ResourceMatch match) {
    this.repository = repository;
    this.watch = watch;
    this.match = match;
  }

  /** The key of the artifact's repository; of a virtual one that of the member. */
  public String repository() {
    return repository;
  }

  public IndexedWatch watch() {
    return watch;
  }

  /** The watch's resource that matches the artifact best. */
  public ResourceMatch match() {
    return match;
  }

  /** Whether the watch covers the artifact, or may for what is known. */
  public boolean mayCover() {
    return !watch.isInactive() && match.coverage() != Coverage.NO;
  }

  /** Whether a filter of this type must let the artifact pass. */
  public boolean hasFilter(WatchFilterType type) {
    return new WatchedResource(watch.watch(), match.resource())
        .filters().stream().anyMatch(filter -> filter.type().equals(type));
  }
}
