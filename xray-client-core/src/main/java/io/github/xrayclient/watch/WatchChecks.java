package io.github.xrayclient.watch;

import io.github.xrayclient.internal.call.Arguments;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** What servers are known to refuse in watches; each complaint names the field and the remedy. */
final class WatchChecks {
  private static final Set<WatchResourceType> NAMED = Set.of(
      WatchResourceType.REPOSITORY,
      WatchResourceType.BUILD,
      WatchResourceType.PROJECT,
      WatchResourceType.RELEASE_BUNDLE,
      WatchResourceType.RELEASE_BUNDLE_V2,
      WatchResourceType.GIT_REPOSITORY);

  private WatchChecks() {}

  /**
   * Checks a watch.
   *
   * @param known resources as they were read, which are carried unchecked
   */
  static void check(Watch watch, Collection<WatchResource> known) {
    boolean active = watch.active().orElse(false); // said to be active
    if (active && watch.resources().isEmpty()) {
      throw bad(
          "resources is empty, and servers switch such a watch off; add one, or active(false)");
    }
    if (active && watch.assignedPolicies().isEmpty()) {
      throw bad("assigned_policies is empty, and servers switch such a watch off; assign one, or"
          + " active(false)");
    }
    Set<WatchResource> asRead = new HashSet<>(known);
    watch.resources().stream()
        .filter(resource -> !asRead.contains(resource))
        .forEach(WatchChecks::check);
    watch.watchRecipients().forEach(address -> Arguments.checked("watch_recipients", address));
  }

  private static void check(WatchResource resource) {
    boolean named = resource.name().filter(name -> !name.isBlank()).isPresent();
    if (NAMED.contains(resource.type()) && !named) {
      throw bad("a resource of type " + resource.type() + " needs a name");
    }
    if (resource.type().equals(WatchResourceType.REPOSITORY)
        && resource.repositoryClass().isEmpty()) {
      throw bad("repository "
          + resource.name().orElse("")
          + " needs a repo_type; servers take it for local otherwise");
    }
  }

  private static IllegalArgumentException bad(String problem) {
    return new IllegalArgumentException(
        problem + " (unchecked() sends it all the same, should a newer server allow it)");
  }
}
