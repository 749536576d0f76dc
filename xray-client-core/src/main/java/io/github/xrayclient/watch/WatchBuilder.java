package io.github.xrayclient.watch;

import io.github.xrayclient.internal.call.Arguments;
import io.github.xrayclient.policy.PolicyType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The methods that the builders of drafts and of updates share; {@code B} is the type of the
 * builder. The methods are not final, so that the compiler generates bridge methods for them in the
 * public builders: reflection cannot call a method that is declared in a class that is not public.
 */
abstract class WatchBuilder<B> {
  private static final int SHOWN_IN_MESSAGE = 20;

  private Watch watch;
  private final List<WatchResource> resources;
  private final List<AssignedPolicy> policies;
  private boolean unchecked;

  WatchBuilder(Watch watch) {
    this.watch = UnreadWatchLists.withoutReplaced(Objects.requireNonNull(watch, "watch"));
    this.resources = new ArrayList<>(watch.resources());
    this.policies = new ArrayList<>(watch.assignedPolicies());
  }

  abstract B self();

  final B rename(String name) {
    return general(data -> data.toBuilder().name(name).build());
  }

  /** Sets what the watch is for, as free text. */
  public B description(String description) {
    Objects.requireNonNull(description, "description");
    return general(data -> data.toBuilder().description(description).build());
  }

  /** Switches the watch on or off. Only an active watch finds violations and blocks downloads. */
  public B active(boolean active) {
    return general(data -> data.toBuilder().active(active).build());
  }

  /** Adds a resource that the watch covers. */
  public B addResource(WatchResource resource) {
    UnreadWatchLists.refuseResources(watch);
    resources.add(Objects.requireNonNull(resource, "resource"));
    return self();
  }

  /**
   * Replaces the resources of this type and name by what the function returns for them; usually
   * there is one. The name is ignored for types such as {@code all-repos}.
   *
   * @throws IllegalArgumentException if the watch has no such resource
   */
  public B changeResource(
      WatchResourceType type, String name, UnaryOperator<WatchResource> change) {
    return change(matching(type, name), named(type, name), change);
  }

  /**
   * Replaces every resource that the predicate accepts by what the function returns for it, such as
   * one of two repositories with the same key: {@code changeResource(each ->
   * each.binaryManagerId().equals(Optional.of("art-eu")), change)}.
   *
   * @throws IllegalArgumentException if the predicate accepts no resource
   */
  public B changeResource(Predicate<WatchResource> which, UnaryOperator<WatchResource> change) {
    return change(which, "resource that the predicate accepts", change);
  }

  /**
   * Removes the resources of this type and name; usually there is one. The name is ignored for
   * types such as {@code all-repos}.
   *
   * @throws IllegalArgumentException if the watch has no such resource
   */
  public B dropResource(WatchResourceType type, String name) {
    return drop(matching(type, name), named(type, name));
  }

  /**
   * Removes every resource that the predicate accepts.
   *
   * @throws IllegalArgumentException if it accepts none
   */
  public B dropResource(Predicate<WatchResource> which) {
    return drop(which, "resource that the predicate accepts");
  }

  /**
   * Adds a policy that the watch applies. Nothing changes if the watch applies it already.
   *
   * @throws IllegalArgumentException if the name is blank
   */
  public B assign(String policy, PolicyType type) {
    AssignedPolicy assigned = AssignedPolicy.builder()
        .name(Arguments.checked("policy", policy))
        .type(Objects.requireNonNull(type, "type"))
        .build();
    UnreadWatchLists.refusePolicies(watch);
    if (policies.stream().noneMatch(each -> each.matches(policy, type))) {
      policies.add(assigned);
    }
    return self();
  }

  /**
   * Removes the policy of this name and type from the watch, and also an assigned policy of this
   * name that has no type.
   *
   * @throws IllegalArgumentException if the watch does not apply the policy
   */
  public B unassign(String policy, PolicyType type) {
    Objects.requireNonNull(policy, "policy");
    Objects.requireNonNull(type, "type");
    UnreadWatchLists.refusePolicies(watch);
    if (!policies.removeIf(assigned -> assigned.matches(policy, type))) {
      throw missingPolicy("policy \"" + policy + "\" of type " + type);
    }
    return self();
  }

  /**
   * Removes every policy of this name from the watch, whatever its type.
   *
   * @throws IllegalArgumentException if the watch applies no policy of this name
   */
  public B unassign(String policy) {
    Objects.requireNonNull(policy, "policy");
    UnreadWatchLists.refusePolicies(watch);
    if (!policies.removeIf(assigned -> assigned.name().equals(policy))) {
      throw missingPolicy("policy \"" + policy + "\"");
    }
    return self();
  }

  /**
   * Replaces the mail addresses that are notified of violations. An empty collection removes all.
   */
  public B watchRecipients(Collection<String> addresses) {
    watch = watch.toBuilder()
        .watchRecipients(Arguments.elements("addresses", addresses))
        .extras(UnreadWatchLists.withoutRecipients(watch.extras()))
        .build();
    return self();
  }

  /** Sets how tickets are created for violations. */
  public B ticketGeneration(TicketGeneration settings) {
    watch = watch.toBuilder()
        .ticketGeneration(Objects.requireNonNull(settings, "settings"))
        .build();
    return self();
  }

  /** Sets the name of the ticket profile with which tickets are created. */
  public B ticketProfile(String name) {
    watch =
        watch.toBuilder().ticketProfile(Objects.requireNonNull(name, "name")).build();
    return self();
  }

  /** Sets whether tickets are created for violations. */
  public B createTicketEnabled(boolean enabled) {
    watch = watch.toBuilder().createTicketEnabled(enabled).build();
    return self();
  }

  /**
   * Turns off the checks in {@code build()}, so that a draft or update is sent even if this library
   * expects the server to refuse it. A newer server may accept it.
   */
  public B unchecked() {
    this.unchecked = true;
    return self();
  }

  /**
   * Applies all changes, and checks what they made of the watch unless {@link #unchecked()} was
   * called.
   *
   * @param checks the checks, which know the watch as it was read
   */
  final Watch finish(WatchChecks checks) {
    Watch finished = watch.toBuilder().assignedPolicies(policies).build();
    if (watch.projectResources().isPresent() || UnreadWatchLists.areResourcesRead(watch)) {
      finished = finished.toBuilder().projectResources(projectResources()).build();
    }
    if (!unchecked) {
      checks.check(finished);
    }
    return finished;
  }

  private ProjectResources projectResources() {
    ProjectResources known =
        watch.projectResources().orElseGet(() -> ProjectResources.builder().build());
    return known.toBuilder().resources(resources).build();
  }

  private B change(
      Predicate<WatchResource> which, String what, UnaryOperator<WatchResource> change) {
    Objects.requireNonNull(change, "change");
    UnreadWatchLists.refuseResources(watch);
    if (resources.stream().noneMatch(Objects.requireNonNull(which, "which"))) {
      throw missingResource(what);
    }
    resources.replaceAll(resource -> which.test(resource)
        ? Objects.requireNonNull(change.apply(resource), "change must not return null")
        : resource);
    return self();
  }

  private B drop(Predicate<WatchResource> which, String what) {
    Objects.requireNonNull(which, "which");
    UnreadWatchLists.refuseResources(watch);
    if (!resources.removeIf(which)) {
      throw missingResource(what);
    }
    return self();
  }

  private static Predicate<WatchResource> matching(WatchResourceType type, String name) {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(name, "name");
    return resource -> resource.matches(type, name);
  }

  private static String named(WatchResourceType type, String name) {
    return "resource of type " + type + " with the name \"" + name + "\"";
  }

  private IllegalArgumentException missingResource(String what) {
    return missing(
        what,
        "resources",
        resources.stream().map(each -> each.type() + " " + each.name().orElse("")));
  }

  private IllegalArgumentException missingPolicy(String what) {
    return missing(what, "policies", policies.stream().map(AssignedPolicy::name));
  }

  private IllegalArgumentException missing(String what, String kind, Stream<String> present) {
    List<String> all = present.collect(Collectors.toList());
    int more = all.size() - SHOWN_IN_MESSAGE;
    return new IllegalArgumentException("watch \"" + watch.name() + "\" has no " + what + "; its "
        + kind + " are " + all.subList(0, Math.min(all.size(), SHOWN_IN_MESSAGE))
        + (more > 0 ? " and " + more + " more" : ""));
  }

  private B general(UnaryOperator<GeneralData> change) {
    watch = watch.toBuilder().generalData(change.apply(watch.generalData())).build();
    return self();
  }
}
