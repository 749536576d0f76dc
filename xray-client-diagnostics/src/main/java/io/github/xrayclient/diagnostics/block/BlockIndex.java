package io.github.xrayclient.diagnostics.block;

import io.github.xrayclient.policy.Policy;
import io.github.xrayclient.watch.AssignedPolicy;
import io.github.xrayclient.watch.Watch;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Policies and watches, joined once to answer any number of questions. Immutable and thread-safe.
 *
 * @see "How to Identify the Blocking Watches and Policies for the 403: Artifact Download Request
 *     Rejected Error"
 */
public final class BlockIndex {
  private final Map<String, List<Policy>> policies = new HashMap<>();
  private final List<Watch> watches;
  private final List<String> notChecked;

  private BlockIndex(
      Collection<Policy> policies, Collection<Watch> watches, List<String> notChecked) {
    for (Policy policy : policies) {
      this.policies.computeIfAbsent(policy.name(), name -> new ArrayList<>()).add(policy);
    }
    this.watches = List.copyOf(watches);
    this.notChecked = List.copyOf(notChecked);
  }

  /** An index of these, as the server lists them. */
  public static BlockIndex of(Collection<Policy> policies, Collection<Watch> watches) {
    return new BlockIndex(policies, watches, List.of());
  }

  /** The same with a sentence on something that could not be read. */
  static BlockIndex of(
      Collection<Policy> policies, Collection<Watch> watches, List<String> notChecked) {
    return new BlockIndex(policies, watches, notChecked);
  }

  /** What blocks the artifact, what may, and what could but does not; nothing is asked for it. */
  public BlockExplanation explain(RequestedArtifact artifact) {
    WatchCoverage coverage = new WatchCoverage(artifact);
    List<BlockCause> causes = new ArrayList<>();
    List<RuledOut> ruledOut = new ArrayList<>();
    for (Watch watch : watches) {
      coverage.best(watch).ifPresent(match -> judge(watch, match, causes, ruledOut));
    }
    causes.sort(Comparator.comparing(BlockCause::verdict)
        .thenComparing(BlockCause::watch)
        .thenComparing(BlockCause::policy));
    return BlockExplanation.builder()
        .repository(artifact.repository())
        .path(artifact.path())
        .causes(causes)
        .ruledOut(ruledOut)
        .notChecked(notChecked)
        .build();
  }

  private void judge(
      Watch watch, ResourceMatch match, List<BlockCause> causes, List<RuledOut> ruledOut) {
    if (!match.isNear()) {
      return;
    }
    boolean inactive = !watch.generalData().active().orElse(true);
    boolean out = inactive || match.coverage() == Coverage.NO;
    for (AssignedPolicy assigned : watch.assignedPolicies()) {
      List<Policy> found = policies(watch, assigned);
      if (found.isEmpty() && !out) {
        causes.add(unreadable(watch, match, assigned));
      }
      for (Policy policy : found) {
        for (BlockingRule rule : BlockingRule.of(policy)) {
          if (out) {
            ruledOut.add(RuledOut.builder()
                .watch(watch.name())
                .policy(policy.name())
                .rule(rule.name())
                .reason(inactive ? "the watch is not active" : match.reason())
                .build());
          } else {
            rule.triggers().forEach(trigger -> causes.add(cause(watch, match, rule, trigger)));
          }
        }
      }
    }
  }

  /** The policy of this name and type; of several, those of the watch's project and global ones. */
  private List<Policy> policies(Watch watch, AssignedPolicy assigned) {
    String project = watch.generalData().projectKey().orElse("");
    List<Policy> named = policies.getOrDefault(assigned.name(), List.of()).stream()
        .filter(policy -> assigned.type().isEmpty()
            || policy.type().isEmpty()
            || policy.type().equals(assigned.type()))
        .collect(Collectors.toList());
    List<Policy> own = named.stream()
        .filter(policy -> policy.projectKey().orElse("").equals(project))
        .collect(Collectors.toList());
    List<Policy> global = named.stream()
        .filter(policy -> policy.projectKey().orElse("").isEmpty())
        .collect(Collectors.toList());
    return !own.isEmpty() ? own : global;
  }

  private static BlockCause unreadable(Watch watch, ResourceMatch match, AssignedPolicy assigned) {
    return BlockCause.builder()
        .verdict(Verdict.POSSIBLE)
        .watch(watch.name())
        .policy(assigned.name())
        .policyType(assigned.type())
        .resource(match.resource())
        .reason("Watch "
            + watch.name()
            + " applies policy "
            + assigned.name()
            + ", which cannot be read with these credentials, so it may block.")
        .build();
  }

  private static BlockCause cause(
      Watch watch, ResourceMatch match, BlockingRule rule, Trigger trigger) {
    List<String> doubts = new ArrayList<>();
    if (match.coverage() == Coverage.COVERS_IF) {
      doubts.add(match.reason());
    }
    if (watch.generalData().active().isEmpty()) {
      doubts.add("the watch is active, which the server did not say");
    }
    if (trigger == Trigger.VIOLATION && rule.graceDays() > 0) {
      doubts.add("the violation is older than the grace period of " + rule.graceDays() + " days");
    }
    return BlockCause.builder()
        .verdict(doubts.isEmpty() ? Verdict.LIKELY : Verdict.POSSIBLE)
        .watch(watch.name())
        .policy(rule.policy().name())
        .policyType(rule.policy().type())
        .rule(rule.name())
        .trigger(trigger)
        .resource(match.resource())
        .reason(sentence(watch, match, rule, trigger, doubts))
        .build();
  }

  private static String sentence(
      Watch watch, ResourceMatch match, BlockingRule rule, Trigger trigger, List<String> doubts) {
    String covers = match.coverage() == Coverage.COVERS
        ? "Watch " + watch.name() + " " + match.reason()
        : "Watch " + watch.name() + " may cover the repository";
    String blocks = trigger == Trigger.VIOLATION
        ? "blocks what it matches"
        : "blocks what Xray has not finished scanning";
    String sentence =
        covers + ", and rule " + rule.name() + " of policy " + rule.policy().name() + " " + blocks;
    if (!doubts.isEmpty()) {
      sentence += ", if " + String.join(" and if ", doubts);
    }
    if (rule.isShielded()) {
      sentence += "; a rule that does not block is evaluated before it and may match first";
    }
    return sentence + ".";
  }
}
