package io.github.xrayclient.diagnostics.internal.coverage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * An index that finds the resources that may cover a repository: those that name its key, and those
 * that cover all repositories or projects or have an unknown type. Immutable.
 */
final class ResourceTable {
  private final Map<String, List<Entry>> byRepository = new HashMap<>();
  private final List<Entry> wide = new ArrayList<>();

  ResourceTable(Collection<IndexedWatch> watches) {
    int position = 0;
    for (IndexedWatch watch : watches) {
      for (WatchedResource resource : WatchedResource.of(watch.watch())) {
        add(new Entry(watch, resource, position++));
      }
    }
  }

  private void add(Entry entry) {
    if (entry.resource.isOnRepositories()) {
      entry
          .resource
          .repository()
          .map(key -> byRepository.computeIfAbsent(key, absent -> new ArrayList<>(1)))
          .orElse(wide)
          .add(entry);
    }
  }

  /**
   * Passes each watch to a consumer, with those of its resources that may cover the repository.
   * Keeps the original order.
   */
  void near(String repository, BiConsumer<IndexedWatch, List<WatchedResource>> each) {
    List<Entry> found = new ArrayList<>(wide);
    CacheKeys.watchedNames(repository)
        .forEach(key -> found.addAll(byRepository.getOrDefault(key, List.of())));
    found.sort(Comparator.comparingInt(entry -> entry.position));
    int from = 0;
    for (int to = 1; to <= found.size(); to++) {
      IndexedWatch watch = found.get(from).watch;
      if (to == found.size() || found.get(to).watch != watch) {
        List<WatchedResource> resources = new ArrayList<>(to - from);
        found.subList(from, to).forEach(entry -> resources.add(entry.resource));
        each.accept(watch, Collections.unmodifiableList(resources));
        from = to;
      }
    }
  }

  private static final class Entry {
    private final IndexedWatch watch;
    private final WatchedResource resource;
    private final int position;

    Entry(IndexedWatch watch, WatchedResource resource, int position) {
      this.watch = watch;
      this.resource = resource;
      this.position = position;
    }
  }
}
