package io.github.xrayclient.watch;

import io.github.xrayclient.internal.call.Arguments;
import io.github.xrayclient.policy.PolicyType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * What drafts and updates of watches have in common; {@code B} is the builder itself. Its methods are
 * not final, so that the public builders get methods of their own that call them: reflection cannot
 * call a method of a class that is not public.
 */
abstract class WatchBuilder<B> {
  private Watch watch;
  private final List<WatchResource> resources;
  private final List<AssignedPolicy> policies;
  private boolean unchecked;

  WatchBuilder(Watch watch) {
    this.watch = Objects.requireNonNull(watch, "watch");
    this.resources = new ArrayList<>(watch.resources());
    this.policies = new ArrayList<>(watch.assignedPolicies());
  }

  abstract B self();

  final B rename(String name) {
    return general(data -> data.toBuilder().name(name).build());
  }

  /** What the watch is for. */
  public B description(String description) {
    return general(data -> data.toBuilder().description(description).build());
  }

  /** Switches the watch on or off. */
  public B active(boolean active) {
    return general(data -> data.toBuilder().active(active).build());
  }

  /** Looks at one more thing. */
  public B addResource(WatchResource resource) {
    resources.add(Objects.requireNonNull(resource, "resource"));
    return self();
  }

  /**
   * Changes the resources of this type and name, as a rule one. The name does not count for types
   * such as {@code all-repos}.
   *
   * @throws IllegalArgumentException if there is none
   */
  public B changeResource(
      WatchResourceType type, String name, UnaryOperator<WatchResource> change) {
    return change(resource -> resource.matches(type, name), named(type, name), change);
  }

  /**
   * Changes the resources that fit, such as one of two repositories of the same key: {@code
   * changeResource(each -> each.binaryManagerId().equals(Optional.of("art-eu")), change)}.
   *
   * @throws IllegalArgumentException if none fits
   */
  public B changeResource(Predicate<WatchResource> which, UnaryOperator<WatchResource> change) {
    return change(which, "resource that fits", change);
  }

  /**
   * Drops the resources of this type and name, as a rule one. The name does not count for types such
   * as {@code all-repos}.
   *
   * @throws IllegalArgumentException if there is none
   */
  public B dropResource(WatchResourceType type, String name) {
    return drop(resource -> resource.matches(type, name), named(type, name));
  }

  /**
   * Drops the resources that fit.
   *
   * @throws IllegalArgumentException if none fits
   */
  public B dropResource(Predicate<WatchResource> which) {
    return drop(which, "resource that fits");
  }

  /** Applies one more policy; nothing changes if the watch applies it already. */
  public B assign(String policy, PolicyType type) {
    AssignedPolicy assigned = AssignedPolicy.builder()
        .name(Arguments.checked("policy", policy))
        .type(type)
        .build();
    if (policies.stream().noneMatch(each -> each.is(policy, type))) {
      policies.add(assigned);
    }
    return self();
  }

  /**
   * Takes the policy of this name and type off the watch. A policy of this name for which the watch
   * says no type is taken off too.
   *
   * @throws IllegalArgumentException if the watch does not apply it
   */
  public B unassign(String policy, PolicyType type) {
    if (!policies.removeIf(assigned -> assigned.is(policy, type))) {
      throw missing(type + " policy " + policy, policies);
    }
    return self();
  }

  /**
   * Takes every policy of this name off the watch, whatever its type.
   *
   * @throws IllegalArgumentException if the watch applies none
   */
  public B unassign(String policy) {
    if (!policies.removeIf(assigned -> assigned.name().equals(policy))) {
      throw missing("policy " + policy, policies);
    }
    return self();
  }

  /** Mail addresses that hear of violations; none empties the list. */
  public B watchRecipients(Collection<String> addresses) {
    watch = watch.toBuilder().watchRecipients(List.copyOf(addresses)).build();
    return self();
  }

  /** When tickets are made. */
  public B ticketGeneration(TicketGeneration settings) {
    watch = watch.toBuilder().ticketGeneration(settings).build();
    return self();
  }

  /** The name of the ticketing profile. */
  public B ticketProfile(String name) {
    watch = watch.toBuilder().ticketProfile(name).build();
    return self();
  }

  /** Whether tickets are made. */
  public B createTicketEnabled(boolean enabled) {
    watch = watch.toBuilder().createTicketEnabled(enabled).build();
    return self();
  }

  /** Sends what this library knows to be refused; a newer server may allow it. */
  public B unchecked() {
    this.unchecked = true;
    return self();
  }

  /** The watch with all changes, checked. */
  final Watch finish(Collection<WatchResource> known) {
    ProjectResources changed =
        watch.projectResources().orElseGet(() -> ProjectResources.builder().build()).toBuilder()
            .resources(resources)
            .build();
    Watch finished =
        watch.toBuilder().projectResources(changed).assignedPolicies(policies).build();
    if (!unchecked) {
      WatchChecks.check(finished, known);
    }
    return finished;
  }

  private B change(
      Predicate<WatchResource> which, String what, UnaryOperator<WatchResource> change) {
    if (resources.stream().noneMatch(which)) {
      throw missing(what, resources);
    }
    resources.replaceAll(resource -> which.test(resource)
        ? Objects.requireNonNull(change.apply(resource), "resource")
        : resource);
    return self();
  }

  private B drop(Predicate<WatchResource> which, String what) {
    if (!resources.removeIf(which)) {
      throw missing(what, resources);
    }
    return self();
  }

  private static String named(WatchResourceType type, String name) {
    return "resource " + type + " " + name;
  }

  private IllegalArgumentException missing(String what, Object there) {
    return new IllegalArgumentException(
        "watch " + watch.name() + " has no " + what + ", but " + there);
  }

  private B general(UnaryOperator<GeneralData> change) {
    watch = watch.toBuilder().generalData(change.apply(watch.generalData())).build();
    return self();
  }
}
