package io.github.xrayclient.diagnostics.internal.coverage;

import io.github.xrayclient.watch.WatchFilterType;

/** A watch that may block downloads, and how it matches an artifact. Immutable. */
public final class WatchMatch {
  private final String repository;
  private final IndexedWatch watch;
  private final ResourceMatch match;

  WatchMatch(String repository, IndexedWatch watch, ResourceMatch match) {
    this.repository = repository;
    this.watch = watch;
    this.match = match;
  }

  /** The key of the artifact's repository; for a virtual repository, that of the member. */
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

  /** Whether the watch is not inactive, and covers the artifact or may cover it. */
  public boolean mayCover() {
    return !watch.isInactive() && match.coverage() != Coverage.NO;
  }

  /** Whether a resource of the watch that may cover the repository has a filter of this type. */
  public boolean hasFilter(WatchFilterType type) {
    return WatchedResource.of(watch.watch()).stream()
        .filter(resource -> resource.isOnRepositories() && mayName(resource))
        .flatMap(resource -> resource.filters().stream())
        .anyMatch(filter -> filter.type().equals(type));
  }

  private boolean mayName(WatchedResource resource) {
    return resource
        .repository()
        .map(CacheKeys.watchedNames(repository)::contains)
        .orElse(true);
  }
}
