package io.github.xrayclient.watch;

import io.github.xrayclient.internal.call.Arguments;
import io.github.xrayclient.internal.json.NonBlank;
import io.github.xrayclient.internal.write.UnreadList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Checks a watch for what servers are known to refuse or to change. What was read from a server is
 * not checked, so that an update of something else is always possible. Each message names the
 * watch, the field and the remedy.
 */
final class WatchChecks {
  private static final Set<WatchResourceType> NAMED = Set.of(
      WatchResourceType.REPOSITORY,
      WatchResourceType.BUILD,
      WatchResourceType.PROJECT,
      WatchResourceType.RELEASE_BUNDLE,
      WatchResourceType.RELEASE_BUNDLE_V2,
      WatchResourceType.GIT_REPOSITORY);

  private final Collection<WatchResource> knownResources;
  private final List<String> knownRecipients;
  private final boolean mayLackResources;
  private final boolean mayLackPolicies;

  private WatchChecks(
      Collection<WatchResource> knownResources,
      List<String> knownRecipients,
      boolean mayLackResources,
      boolean mayLackPolicies) {
    this.knownResources = knownResources;
    this.knownRecipients = knownRecipients;
    this.mayLackResources = mayLackResources;
    this.mayLackPolicies = mayLackPolicies;
  }

  /** Returns the checks of a watch of which nothing was read. */
  static WatchChecks ofNew() {
    return new WatchChecks(List.of(), List.of(), false, false);
  }

  /** Returns the checks of a new watch that is a copy of one that was read. */
  static WatchChecks ofCopy(Watch original) {
    return new WatchChecks(original.resources(), original.watchRecipients(), false, false);
  }

  /** Returns the checks of an update of a watch that was read. */
  static WatchChecks ofUpdate(Watch base) {
    return new WatchChecks(
        base.resources(),
        base.watchRecipients(),
        isActive(base) && base.resources().isEmpty(),
        isActive(base) && base.assignedPolicies().isEmpty());
  }

  /** Checks the watch as it will be. */
  void check(Watch watch) {
    String at = "watch \"" + watch.name() + "\": ";
    if (isActive(watch) && watch.resources().isEmpty() && !mayLackResources && !isUnread(watch)) {
      throw bad(at + "resources is empty, and servers switch off a watch without resources;"
          + " add a resource, or call active(false)");
    }
    if (isActive(watch)
        && watch.assignedPolicies().isEmpty()
        && !mayLackPolicies
        && !UnreadList.isIn(watch.extras(), "assigned_policies")) {
      throw bad(at + "assigned_policies is empty, and servers switch off a watch without policies;"
          + " assign a policy, or call active(false)");
    }
    Set<WatchResource> asRead = new HashSet<>(knownResources);
    watch.resources().stream()
        .filter(resource -> !asRead.contains(resource))
        .forEach(resource -> check(at, resource));
    if (!watch.watchRecipients().equals(knownRecipients)) {
      Arguments.checkedAll("watchRecipients", watch.watchRecipients());
    }
  }

  /** Whether the watch was set to active, or read as active. */
  private static boolean isActive(Watch watch) {
    return watch.active().orElse(false);
  }

  /** Whether the resources could not be read, so that they are sent as received. */
  private static boolean isUnread(Watch watch) {
    return UnreadList.isIn(watch.extras(), "project_resources")
        || watch
            .projectResources()
            .filter(known -> UnreadList.isIn(known.extras(), "resources"))
            .isPresent();
  }

  private static void check(String at, WatchResource resource) {
    boolean named = NonBlank.text(resource.name()).isPresent();
    if (NAMED.contains(resource.type()) && !named && !resource.extras().containsKey("name")) {
      throw bad(at + "a resource of type " + resource.type() + " needs a name; set name");
    }
    if (resource.type().equals(WatchResourceType.REPOSITORY)
        && NonBlank.word(resource.repositoryClass()).isEmpty()
        && !resource.extras().containsKey("repo_type")) {
      throw bad(at + "repository \"" + resource.name().orElse("")
          + "\" needs a repo_type, without which servers treat it as local; set repositoryClass");
    }
  }

  private static IllegalArgumentException bad(String problem) {
    return new IllegalArgumentException(problem + " (call unchecked() if your server accepts it)");
  }
}
