package io.github.xrayclient.diagnostics.internal.coverage;

import io.github.xrayclient.diagnostics.explanation.NotBlocking;
import io.github.xrayclient.internal.json.NonBlank;
import io.github.xrayclient.policy.Policy;
import io.github.xrayclient.watch.AssignedPolicy;
import io.github.xrayclient.watch.Watch;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A watch together with those of its policies that could be read. Immutable. */
public final class IndexedWatch {
  private final Watch watch;
  private final List<Policy> policies = new ArrayList<>();
  private final List<BlockingRule> rules = new ArrayList<>();
  private final List<AssignedPolicy> unread = new ArrayList<>();
  private final List<NotBlocking> nonBlocking = new ArrayList<>();

  IndexedWatch(Watch watch, Map<String, List<Policy>> policies) {
    this.watch = watch;
    for (AssignedPolicy assigned : watch.assignedPolicies()) {
      List<Policy> found = policies(watch, assigned, policies);
      if (found.isEmpty()
          || found.stream()
              .anyMatch(policy -> !UnreadSettings.hidingRules(policy).isEmpty())) {
        unread.add(assigned);
      }
      this.policies.addAll(found);
      found.forEach(this::add);
    }
  }

  private void add(Policy policy) {
    List<BlockingRule> blocking = BlockingRule.of(policy);
    rules.addAll(blocking);
    if (blocking.isEmpty() && UnreadSettings.hidingRules(policy).isEmpty()) {
      nonBlocking.add(NotBlocking.builder()
          .watch(watch.name())
          .policy(policy.name())
          .reason(NonBlockingActions.of(policy))
          .build());
    }
  }

  public Watch watch() {
    return watch;
  }

  /** The key of the project; empty for a global watch. */
  public Optional<String> project() {
    return NonBlank.text(watch.projectKey());
  }

  /** The policies that could be read. */
  public List<Policy> policies() {
    return Collections.unmodifiableList(policies);
  }

  /** The rules that block downloads, from all policies that could be read. */
  public List<BlockingRule> rules() {
    return Collections.unmodifiableList(rules);
  }

  /** The policies without a rule that blocks downloads. */
  List<NotBlocking> nonBlocking() {
    return Collections.unmodifiableList(nonBlocking);
  }

  /** The assigned policies that could not be read, or not all of whose rules could be read. */
  public List<AssignedPolicy> unread() {
    return Collections.unmodifiableList(unread);
  }

  /** Whether a rule blocks downloads, or a policy that may do so could not be read. */
  public boolean mayBlock() {
    return !rules.isEmpty() || !unread.isEmpty();
  }

  /** Whether the watch has resources, but none of them is a repository or a project. */
  public boolean isOnNoRepository() {
    return !watch.resources().isEmpty()
        && UnreadSettings.ofAllResources(watch).isEmpty()
        && watch.resources().stream().noneMatch(WatchedResource::isOnRepositories);
  }

  /** Whether the watch has no resources or no policies, so that it has no effect. */
  public boolean isEmpty() {
    return (watch.resources().isEmpty() || watch.assignedPolicies().isEmpty())
        && UnreadSettings.of(watch).isEmpty();
  }

  /** Whether the server states that the watch is not active. */
  public boolean isInactive() {
    boolean isUnknown = watch.active().isEmpty() && !UnreadSettings.of(watch).isEmpty();
    return !watch.isActive() && !isUnknown;
  }

  /** The policies of this name and type in the project of the watch, or else the global ones. */
  private static List<Policy> policies(
      Watch watch, AssignedPolicy assigned, Map<String, List<Policy>> policies) {
    List<Policy> named = policies.getOrDefault(assigned.name(), List.of()).stream()
        .filter(assigned::matches)
        .collect(Collectors.toList());
    List<Policy> own = inProject(named, NonBlank.text(watch.projectKey()).orElse(""));
    return own.isEmpty() ? inProject(named, "") : own;
  }

  private static List<Policy> inProject(List<Policy> policies, String project) {
    return policies.stream()
        .filter(policy -> NonBlank.text(policy.projectKey()).orElse("").equals(project))
        .collect(Collectors.toList());
  }
}
