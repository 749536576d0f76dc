package io.github.xrayclient.examples.listing;

import io.github.xrayclient.value.NameOrId;
import io.github.xrayclient.watch.Watch;
import io.github.xrayclient.watch.WatchResource;
import io.github.xrayclient.watch.WatchResourceType;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that select watches. */
final class WatchFilters {
  @Mixin
  NameFilter names;

  @Option(
      names = "--policy",
      paramLabel = "NAME",
      description = "Lists only watches that apply the Xray policy of this name.")
  NameOrId policy;

  @Option(
      names = "--repo",
      paramLabel = "KEY",
      description = "Lists only watches whose resources name this repository, or all repositories."
          + " The command what-covers also evaluates filters, patterns and projects.")
  String repository;

  @Option(
      names = "--active",
      arity = "1",
      paramLabel = "true|false",
      description =
          "Lists only watches that are active (true), or only those that are not (false).")
  Boolean active;

  void check() {
    if (policy != null && !policy.mayBeName()) {
      throw new IllegalArgumentException(
          "--policy must be a name, since Xray policies have no ids; leave id: out");
    }
    if (repository != null && repository.isBlank()) {
      throw new IllegalArgumentException("--repo is blank; give the key of a repository");
    }
  }

  boolean accept(Watch watch) {
    return names.accepts(watch.name())
        && (active == null || watch.isActive() == active)
        && (policy == null || appliesPolicy(watch))
        && (repository == null || watch.resources().stream().anyMatch(this::isRepository));
  }

  private boolean appliesPolicy(Watch watch) {
    return watch.assignedPolicies().stream()
        .anyMatch(assigned -> assigned.name().equals(policy.text()));
  }

  private boolean isRepository(WatchResource resource) {
    return resource.type().equals(WatchResourceType.ALL_REPOSITORIES)
        || (resource.type().equals(WatchResourceType.REPOSITORY)
            && resource.name().equals(Optional.of(repository)));
  }
}
