package io.github.xrayclient.diagnostics.block;

import io.github.xrayclient.policy.Policy;
import io.github.xrayclient.watch.AssignedPolicy;
import io.github.xrayclient.watch.Watch;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
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
  private final List<Assigned> watches;
  private final List<String> notChecked;

  private BlockIndex(
      Collection<Policy> policies, Collection<Watch> watches, List<String> notChecked) {
    Map<String, List<Policy>> byName =
        policies.stream().collect(Collectors.groupingBy(Policy::name));
    this.watches = watches.stream()
        .map(watch -> new Assigned(watch, byName))
        .collect(Collectors.toUnmodifiableList());
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
    for (Assigned watch : watches) {
      coverage.best(watch.watch).ifPresent(match -> judge(watch, match, causes, ruledOut));
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
      Assigned watch, ResourceMatch match, List<BlockCause> causes, List<RuledOut> ruledOut) {
    if (!match.isNear()) {
      return;
    }
    boolean inactive = !watch.watch.generalData().active().orElse(true);
    if (!inactive && match.coverage() != Coverage.NO) {
      watch.unread.forEach(policy -> causes.add(unread(watch.watch, match, policy)));
      for (BlockingRule rule : watch.rules) {
        rule.triggers().forEach(trigger -> causes.add(cause(watch.watch, match, rule, trigger)));
      }
      return;
    }
    for (BlockingRule rule : watch.rules) {
      ruledOut.add(RuledOut.builder()
          .watch(watch.watch.name())
          .policy(rule.policy().name())
          .rule(rule.name())
          .reason(inactive ? "the watch is not active" : match.reason())
          .build());
    }
  }

  private static BlockCause unread(Watch watch, ResourceMatch match, AssignedPolicy assigned) {
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
            + assigned.type().map(type -> " of type " + type).orElse("")
            + ", which is not among the policies that could be read, so it may block.")
        .build();
  }

  /** A watch with the blocking rules of its policies, and those of its policies not read. */
  private static final class Assigned {
    private final Watch watch;
    private final List<BlockingRule> rules = new ArrayList<>();
    private final List<AssignedPolicy> unread = new ArrayList<>();

    Assigned(Watch watch, Map<String, List<Policy>> policies) {
      this.watch = watch;
      for (AssignedPolicy assigned : watch.assignedPolicies()) {
        List<Policy> found = policies(watch, assigned, policies);
        if (found.isEmpty()) {
          unread.add(assigned);
        }
        found.forEach(policy -> rules.addAll(BlockingRule.of(policy)));
      }
    }

    /** The policy of this name and type; of several, that of the watch's project, else the global. */
    private static List<Policy> policies(
        Watch watch, AssignedPolicy assigned, Map<String, List<Policy>> policies) {
      List<Policy> named = policies.getOrDefault(assigned.name(), List.of()).stream()
          .filter(policy -> sameType(assigned, policy))
          .collect(Collectors.toList());
      List<Policy> own = inProject(named, watch.generalData().projectKey().orElse(""));
      return own.isEmpty() ? inProject(named, "") : own;
    }

    private static boolean sameType(AssignedPolicy assigned, Policy policy) {
      return assigned.type().isEmpty()
          || policy.type().isEmpty()
          || policy.type().equals(assigned.type());
    }

    private static List<Policy> inProject(List<Policy> policies, String project) {
      return policies.stream()
          .filter(policy -> policy.projectKey().orElse("").equals(project))
          .collect(Collectors.toList());
    }
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
