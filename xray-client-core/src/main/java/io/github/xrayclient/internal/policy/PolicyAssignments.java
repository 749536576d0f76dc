package io.github.xrayclient.internal.policy;

import io.github.xrayclient.error.XrayNotFoundException;
import io.github.xrayclient.internal.json.NonBlank;
import io.github.xrayclient.policy.Policies;
import io.github.xrayclient.policy.Policy;
import io.github.xrayclient.value.Retry;
import io.github.xrayclient.watch.Watch;
import io.github.xrayclient.watch.WatchUpdate;
import io.github.xrayclient.watch.Watches;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds the watches that assign a policy. In a project that has a policy of the same name as a
 * global one, that name refers to the policy of the project.
 */
final class PolicyAssignments {
  private final Policies policies;
  private final Watches watches;

  PolicyAssignments(Policies policies, Watches watches) {
    this.policies = policies;
    this.watches = watches;
  }

  /** The names of the watches that assign the policy. */
  List<String> watchesOf(Policy policy) {
    return assigned(policy).stream().map(Watch::name).collect(Collectors.toList());
  }

  /**
   * Removes a policy from every watch that assigns it. If a request fails, the watches that were
   * already edited stay without it.
   *
   * @return the names of the watches from which it was removed
   */
  List<String> unassign(Policy policy) {
    List<String> names = new ArrayList<>();
    for (Watch watch : assigned(policy)) {
      if (unassign(watch, policy)) {
        names.add(watch.name());
      }
    }
    return names;
  }

  /** Returns false if somebody else removed the policy or deleted the watch in the meantime. */
  private boolean unassign(Watch watch, Policy policy) {
    String project = project(watch);
    Watches owner = project.isEmpty() ? watches : watches.inProject(project);
    try {
      return owner
          .edit(
              watch.name(),
              update -> {
                if (applies(update.base(), policy)) {
                  removeFrom(update, policy).unchecked();
                }
              },
              Retry.times(3))
          .isSent();
    } catch (XrayNotFoundException gone) {
      return false;
    }
  }

  private List<Watch> assigned(Policy policy) {
    String owner = NonBlank.text(policy.projectKey()).orElse("");
    Set<String> projectsWithNamesake = projectsWithNamesake(policy);
    return watches.list().stream()
        .filter(watch -> owner.isEmpty()
            ? !projectsWithNamesake.contains(project(watch))
            : owner.equals(project(watch)))
        .filter(watch -> applies(watch, policy))
        .collect(Collectors.toList());
  }

  /**
   * The projects that have a policy of this name, so that the name does not refer to the global
   * policy there.
   */
  private Set<String> projectsWithNamesake(Policy policy) {
    if (NonBlank.text(policy.projectKey()).isPresent()) {
      return Set.of();
    }
    return policies.list().stream()
        .filter(other -> other.name().equals(policy.name()))
        .flatMap(other -> NonBlank.text(other.projectKey()).stream())
        .collect(Collectors.toSet());
  }

  private static WatchUpdate.Builder removeFrom(WatchUpdate.Builder update, Policy policy) {
    return NonBlank.word(policy.type())
        .map(type -> update.unassign(policy.name(), type))
        .orElseGet(() -> update.unassign(policy.name()));
  }

  private static boolean applies(Watch watch, Policy policy) {
    return watch.assignedPolicies().stream().anyMatch(assigned -> assigned.matches(policy));
  }

  private static String project(Watch watch) {
    return NonBlank.text(watch.projectKey()).orElse("");
  }
}
