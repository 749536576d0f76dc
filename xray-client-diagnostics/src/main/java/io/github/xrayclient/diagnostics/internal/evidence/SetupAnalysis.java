package io.github.xrayclient.diagnostics.internal.evidence;

import io.github.xrayclient.diagnostics.explanation.AppliedPolicy;
import io.github.xrayclient.diagnostics.explanation.CoveringWatch;
import io.github.xrayclient.diagnostics.explanation.NotChecked;
import io.github.xrayclient.diagnostics.explanation.RepositoryCoverage;
import io.github.xrayclient.diagnostics.explanation.RequestedArtifact;
import io.github.xrayclient.diagnostics.explanation.SetupAudit;
import io.github.xrayclient.diagnostics.explanation.SetupFinding;
import io.github.xrayclient.diagnostics.explanation.SetupFinding.Kind;
import io.github.xrayclient.diagnostics.internal.coverage.BlockingRule;
import io.github.xrayclient.diagnostics.internal.coverage.Coverage;
import io.github.xrayclient.diagnostics.internal.coverage.IndexedWatch;
import io.github.xrayclient.diagnostics.internal.coverage.QuotedNames;
import io.github.xrayclient.diagnostics.internal.coverage.ResourceMatch;
import io.github.xrayclient.diagnostics.internal.coverage.WatchCoverage;
import io.github.xrayclient.diagnostics.internal.coverage.WatchIndex;
import io.github.xrayclient.diagnostics.internal.evidence.repository.RepositoryFacts;
import io.github.xrayclient.internal.json.NonBlank;
import io.github.xrayclient.policy.Policy;
import io.github.xrayclient.watch.AssignedPolicy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Finds the watches that cover a repository, and policies and watches without effect. */
public final class SetupAnalysis {
  private final List<SetupFinding> findings = new ArrayList<>();

  private SetupAnalysis() {}

  /**
   * Finds all watches that cover an artifact.
   *
   * @param notRead what could not be read of the repository's projects
   */
  public static RepositoryCoverage coverage(
      WatchIndex index, RepositoryFacts facts, List<NotChecked> notRead) {
    RepositoryCoverage.Builder coverage = RepositoryCoverage.builder()
        .repository(facts.asked().repository())
        .missingRepository(facts.missing());
    for (RequestedArtifact artifact : facts.artifacts()) {
      WatchCoverage test = new WatchCoverage(artifact);
      for (IndexedWatch watch : index.watches()) {
        test.best(watch.watch())
            .filter(match -> match.coverage() != Coverage.NO)
            .ifPresent(match -> coverage.addWatch(covering(artifact.repository(), watch, match)));
      }
    }
    return coverage
        .notChecked(index.notRead())
        .addAllNotChecked(facts.notChecked())
        .addAllNotChecked(notRead)
        .build();
  }

  /** How a watch covers a repository, with its policies. */
  static CoveringWatch covering(String repository, IndexedWatch watch, ResourceMatch match) {
    String name = "Watch " + QuotedNames.of(watch.watch().name());
    CoveringWatch.Builder covering = CoveringWatch.builder()
        .repository(repository)
        .watch(watch.watch().name())
        .projectKey(watch.project())
        .active(watch.watch().active())
        .certain(match.coverage() == Coverage.COVERS)
        .resource(match.resource())
        .text(
            match.coverage() == Coverage.COVERS
                ? name + " " + match.reason() + "."
                : name + " covers the repository only if " + match.reason() + ".");
    for (Policy policy : watch.policies()) {
      AppliedPolicy.Builder applied = AppliedPolicy.builder()
          .policy(policy.name())
          .type(NonBlank.word(policy.type()))
          .readable(true);
      BlockingRule.of(policy).forEach(rule -> applied.addBlockingRule(rule.name()));
      covering.addPolicy(applied.build());
    }
    for (AssignedPolicy unread : watch.unread()) {
      covering.addPolicy(AppliedPolicy.builder()
          .policy(unread.name())
          .type(NonBlank.word(unread.type()))
          .readable(false)
          .build());
    }
    return covering.build();
  }

  /** Finds policies, rules and watches that have no effect, or less than they seem to have. */
  public static SetupAudit audit(WatchIndex index) {
    SetupAnalysis analysis = new SetupAnalysis();
    Set<Policy> used = Collections.newSetFromMap(new IdentityHashMap<>());
    index.watches().forEach(watch -> used.addAll(watch.policies()));
    index.policies().forEach(policy -> analysis.read(policy, used.contains(policy)));
    index.watches().forEach(analysis::read);
    analysis.findings.sort(Comparator.comparing(SetupFinding::kind));
    return SetupAudit.builder()
        .policyCount(index.policies().size())
        .watchCount(index.watches().size())
        .findings(analysis.findings)
        .notChecked(index.notRead())
        .build();
  }

  private void read(Policy policy, boolean used) {
    List<BlockingRule> rules = BlockingRule.of(policy);
    SetupFinding.Builder about =
        SetupFinding.builder().policy(policy.name()).projectKey(NonBlank.text(policy.projectKey()));
    if (!rules.isEmpty() && !used) {
      add(
          about,
          Kind.BLOCKING_POLICY_UNUSED,
          "Policy " + QuotedNames.of(policy.name())
              + " blocks downloads, but no watch applies it.");
    }
    for (BlockingRule rule : rules) {
      if (rule.followsNonBlockingRule()) {
        add(
            about.rule(rule.name()),
            Kind.RULE_BEHIND_ANOTHER,
            "Rule " + QuotedNames.of(rule.name()) + " of policy " + QuotedNames.of(policy.name())
                + " blocks downloads, but another rule, which does not block downloads, is evaluated"
                + " earlier and may match first.");
      }
    }
  }

  private void read(IndexedWatch watch) {
    String name = "Watch " + QuotedNames.of(watch.watch().name());
    SetupFinding.Builder about =
        SetupFinding.builder().watch(watch.watch().name()).projectKey(watch.project());
    if (watch.isInactive()) {
      add(about, Kind.WATCH_INACTIVE, name + " is not active, so it has no effect.");
    }
    if (watch.isEmpty()) {
      String lacks = watch.watch().resources().isEmpty() ? "resources" : "policies";
      add(about, Kind.WATCH_EMPTY, name + " has no " + lacks + ", so it has no effect.");
    } else if (watch.isOnNoRepository() && !watch.rules().isEmpty()) {
      add(
          about,
          Kind.WATCH_BLOCKS_NO_REPOSITORY,
          name + " applies a policy that blocks downloads, but covers only builds, release bundles"
              + " or Git repositories, from which no download is blocked.");
    } else if (!watch.isOnNoRepository() && !watch.mayBlock()) {
      add(
          about,
          Kind.WATCH_WITHOUT_BLOCKING_POLICY,
          name + " covers repositories, but none of its policies blocks downloads.");
    }
    for (AssignedPolicy unread : watch.unread()) {
      add(
          about.policy(unread.name()),
          Kind.POLICY_UNREADABLE,
          name + " applies policy " + QuotedNames.of(unread.name())
              + (watch.policies().stream().anyMatch(unread::matches)
                  ? ", some of whose settings for blocking could not be read."
                  : ", which is not among the policies that could be read."));
    }
  }

  private void add(SetupFinding.Builder about, Kind kind, String text) {
    findings.add(about.kind(kind).text(text).build());
  }
}
