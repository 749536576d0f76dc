package io.github.xrayclient.diagnostics.internal.coverage;

import io.github.xrayclient.internal.json.NonBlank;
import io.github.xrayclient.watch.ProjectResources;
import io.github.xrayclient.watch.Watch;
import io.github.xrayclient.watch.WatchFilter;
import io.github.xrayclient.watch.WatchResource;
import io.github.xrayclient.watch.WatchResourceType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A resource of a watch, whose filters are parsed when they are first needed. Thread-safe. */
final class WatchedResource {
  /** Types of resources that are not repositories, and so block no downloads. */
  private static final Set<WatchResourceType> NO_REPOSITORIES = Set.of(
      WatchResourceType.BUILD,
      WatchResourceType.ALL_BUILDS,
      WatchResourceType.RELEASE_BUNDLE,
      WatchResourceType.ALL_RELEASE_BUNDLES,
      WatchResourceType.RELEASE_BUNDLE_V2,
      WatchResourceType.ALL_RELEASE_BUNDLES_V2,
      WatchResourceType.GIT_REPOSITORY);

  /** Stands for the resources of a watch that could not be read. */
  private static final WatchResource UNREAD =
      WatchResource.builder().type(WatchResourceType.of("unknown")).build();

  private final Watch watch;
  private final WatchResource resource;
  private volatile @Nullable List<FilterEvaluation> evaluations;

  WatchedResource(Watch watch, WatchResource resource) {
    this.watch = watch;
    this.resource = resource;
  }

  static List<WatchedResource> of(Watch watch) {
    List<WatchedResource> resources = watch.resources().stream()
        .map(resource -> new WatchedResource(watch, resource))
        .collect(Collectors.toList());
    if (watch.resources().isEmpty() && !UnreadSettings.ofAllResources(watch).isEmpty()) {
      resources.add(new WatchedResource(watch, UNREAD));
    }
    return Collections.unmodifiableList(resources);
  }

  WatchResource resource() {
    return resource;
  }

  /** Whether the resource has a name that could not be read. */
  boolean isNameUnread() {
    return resource.name().isEmpty() && UnreadSettings.of(resource).contains("name");
  }

  /** The fields that could not be read, and without which it is not known what is covered. */
  Set<String> unread() {
    Set<String> unread = new LinkedHashSet<>(UnreadSettings.ofAllResources(watch));
    unread.addAll(UnreadSettings.of(resource));
    return unread;
  }

  /** Whether this resource may cover a repository. */
  boolean isOnRepositories() {
    return isOnRepositories(resource);
  }

  /** Whether a resource may cover a repository. */
  static boolean isOnRepositories(WatchResource resource) {
    return !NO_REPOSITORIES.contains(resource.type());
  }

  /** The key of the repository that the resource names; empty for a resource of another type. */
  Optional<String> repository() {
    return resource.type().equals(WatchResourceType.REPOSITORY) && !isNameUnread()
        ? Optional.of(resource.name().orElse(""))
        : Optional.empty();
  }

  /** The key of the watch's project; an empty text for a global watch. */
  String projectOfWatch() {
    return NonBlank.text(watch.projectKey()).orElse("");
  }

  /** The filters of the resource, and those of the watch for all its resources. */
  List<WatchFilter> filters() {
    List<WatchFilter> filters = new ArrayList<>(
        watch.projectResources().map(ProjectResources::globalFilters).orElse(List.of()));
    filters.addAll(resource.filters());
    return filters;
  }

  /** The parsed filters, and the parsed patterns of the resource itself. */
  List<FilterEvaluation> evaluations() {
    List<FilterEvaluation> ready = evaluations;
    if (ready == null) {
      Stream<FilterEvaluation> ofFilters =
          filters().stream().map(filter -> FilterEvaluation.of(filter, resource.type()));
      ready = Stream.concat(ofFilters, FilterEvaluation.ofPatterns(resource).stream())
          .collect(Collectors.toUnmodifiableList());
      evaluations = ready;
    }
    return ready;
  }
}
