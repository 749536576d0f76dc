package io.github.xrayclient.watch;

import io.github.xrayclient.internal.call.Arguments;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * Checks a watch for what servers are known to refuse or to change. Each message names the watch,
 * the field and the remedy.
 */
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
   * @param known the resources that were read, which are not checked
   */
  static void check(Watch watch, Collection<WatchResource> known) {
    String at = "watch \"" + watch.name() + "\": ";
    boolean active = watch.active().orElse(false); // true only if it was set
    if (active && watch.resources().isEmpty()) {
      throw bad(at + "resources is empty, and servers switch off a watch without resources;"
          + " add a resource, or call active(false)");
    }
    if (active && watch.assignedPolicies().isEmpty()) {
      throw bad(at + "assigned_policies is empty, and servers switch off a watch without policies;"
          + " assign a policy, or call active(false)");
    }
    Set<WatchResource> asRead = new HashSet<>(known);
    watch.resources().stream()
        .filter(resource -> !asRead.contains(resource))
        .forEach(resource -> check(at, resource));
    Arguments.checkedAll("watchRecipients", watch.watchRecipients());
  }

  private static void check(String at, WatchResource resource) {
    boolean named = resource.name().filter(name -> !name.isBlank()).isPresent();
    if (NAMED.contains(resource.type()) && !named) {
      throw bad(at + "a resource of type " + resource.type() + " needs a name; set name");
    }
    if (resource.type().equals(WatchResourceType.REPOSITORY)
        && resource.repositoryClass().isEmpty()) {
      throw bad(at + "repository \"" + resource.name().orElse("")
          + "\" needs a repo_type, without which servers treat it as local; set repositoryClass");
    }
  }

  private static IllegalArgumentException bad(String problem) {
    return new IllegalArgumentException(problem + " (call unchecked() if your server accepts it)");
  }
}
