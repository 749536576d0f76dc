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
  public B description(String text) {
    return general(data -> data.toBuilder().description(text).build());
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

  /** Changes what matches; how many did. */
  final int change(Predicate<WatchResource> which, UnaryOperator<WatchResource> change) {
    int changed = 0;
    for (int i = 0; i < resources.size(); i++) {
      if (which.test(resources.get(i))) {
        resources.set(i, change.apply(resources.get(i)));
        changed++;
      }
    }
    return changed;
  }

  final boolean drop(Predicate<WatchResource> which) {
    return resources.removeIf(which);
  }

  final boolean unassignAll(Predicate<AssignedPolicy> which) {
    return policies.removeIf(which);
  }

  final List<WatchResource> resources() {
    return resources;
  }

  final List<AssignedPolicy> policies() {
    return policies;
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

  private B general(UnaryOperator<GeneralData> change) {
    watch = watch.toBuilder().generalData(change.apply(watch.generalData())).build();
    return self();
  }
}
