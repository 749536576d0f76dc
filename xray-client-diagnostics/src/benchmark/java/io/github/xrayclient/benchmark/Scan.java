package io.github.xrayclient.benchmark;

import io.github.xrayclient.diagnostics.explanation.BlockCause;
import io.github.xrayclient.diagnostics.explanation.BlockCause.Trigger;
import io.github.xrayclient.diagnostics.explanation.BlockCause.Verdict;
import io.github.xrayclient.diagnostics.explanation.RequestedArtifact;
import io.github.xrayclient.policy.Actions;
import io.github.xrayclient.policy.Policy;
import io.github.xrayclient.policy.Rule;
import io.github.xrayclient.watch.AssignedPolicy;
import io.github.xrayclient.watch.Watch;
import io.github.xrayclient.watch.WatchResource;
import io.github.xrayclient.watch.WatchResourceType;
import java.util.ArrayList;
import java.util.List;

/** Finds the causes for a blocked download by a search through all watches for each question. */
final class Scan {
  private final List<Policy> policies;
  private final List<Watch> watches;

  Scan(List<Policy> policies, List<Watch> watches) {
    this.policies = policies;
    this.watches = watches;
  }

  List<BlockCause> causes(RequestedArtifact artifact) {
    List<BlockCause> causes = new ArrayList<>();
    for (Watch watch : watches) {
      if (watch.isActive()) {
        for (WatchResource resource : watch.resources()) {
          if (resource.matches(WatchResourceType.REPOSITORY, artifact.repository())) {
            add(watch, resource, causes);
            break;
          }
        }
      }
    }
    return causes;
  }

  private void add(Watch watch, WatchResource resource, List<BlockCause> causes) {
    for (AssignedPolicy assigned : watch.assignedPolicies()) {
      for (Policy policy : policies) {
        if (assigned.matches(policy)) {
          policy.rules().stream()
              .filter(Scan::blocks)
              .map(rule -> cause(watch, resource, policy, rule))
              .forEach(causes::add);
        }
      }
    }
  }

  private static boolean blocks(Rule rule) {
    return rule.actions()
        .flatMap(Actions::blockDownload)
        .flatMap(block -> block.active())
        .orElse(false);
  }

  private static BlockCause cause(Watch watch, WatchResource resource, Policy policy, Rule rule) {
    return BlockCause.builder()
        .verdict(Verdict.LIKELY)
        .watch(watch.name())
        .policy(policy.name())
        .policyType(policy.type())
        .rule(rule.name())
        .trigger(Trigger.VIOLATION)
        .resource(resource)
        .reason("Watch " + watch.name() + " covers the repository.")
        .build();
  }
}
