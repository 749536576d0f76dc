package io.github.xrayclient.watch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Adds Ant patterns to the filters of a resource: to its pattern filter, or in a new one. */
final class ResourcePatterns {
  /**
   * The types of resources whose patterns match paths. The patterns of all other types match names.
   */
  private static final Set<WatchResourceType> WITH_PATHS =
      Set.of(WatchResourceType.REPOSITORY, WatchResourceType.ALL_REPOSITORIES);

  private ResourcePatterns() {}

  /** Returns the filters with these patterns added. */
  static List<WatchFilter> added(
      WatchResourceType resource,
      List<WatchFilter> before,
      List<String> includes,
      List<String> excludes) {
    WatchFilterType type = WITH_PATHS.contains(resource)
        ? WatchFilterType.PATH_ANT_PATTERNS
        : WatchFilterType.ANT_PATTERNS;
    List<WatchFilter> filters = new ArrayList<>(before);
    for (int i = 0; i < filters.size(); i++) {
      WatchFilter filter = filters.get(i);
      if (filter.type().equals(type) && filter.patterns().isPresent()) {
        AntPatterns known = filter.patterns().get();
        WatchFilter longer = WatchFilter.patterns(
            type, joined(known.includes(), includes), joined(known.excludes(), excludes));
        ObjectNode value = filter.value().orElseThrow().deepCopy();
        longer.value().ifPresent(lists -> value.setAll((ObjectNode) lists));
        filters.set(i, filter.toBuilder().value(value).build());
        return filters;
      }
    }
    filters.add(WatchFilter.patterns(type, includes, excludes));
    return filters;
  }

  private static List<String> joined(List<String> first, List<String> second) {
    List<String> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }
}
