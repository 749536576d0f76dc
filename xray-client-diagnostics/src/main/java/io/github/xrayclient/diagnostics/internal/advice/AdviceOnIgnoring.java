package io.github.xrayclient.diagnostics.internal.advice;

import io.github.xrayclient.diagnostics.explanation.BlockCause;
import io.github.xrayclient.diagnostics.explanation.NextStep;
import io.github.xrayclient.diagnostics.explanation.NextStep.Kind;
import io.github.xrayclient.diagnostics.explanation.ProposedIgnoreRule;
import io.github.xrayclient.diagnostics.explanation.RequestedArtifact;
import io.github.xrayclient.diagnostics.internal.coverage.QuotedNames;
import io.github.xrayclient.diagnostics.internal.evidence.Evidence;
import io.github.xrayclient.internal.json.NonBlank;
import io.github.xrayclient.value.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** How to ignore the violations that block a download, who may do it, and what to do afterwards. */
public final class AdviceOnIgnoring {
  private static final int MOST = 5;

  private AdviceOnIgnoring() {}

  static List<NextStep> steps(
      Evidence evidence, List<BlockCause> causes, String server, Instant now) {
    List<ProposedIgnoreRule> rules = causes.stream()
        .flatMap(cause -> cause.ignoreRules().stream())
        .distinct()
        .collect(Collectors.toList());
    Optional<RequestedArtifact> asked = Optional.of(evidence.facts().asked())
        .filter(artifact -> NonBlank.text(artifact.path()).isPresent() && !rules.isEmpty());
    String advice = "If every version has violations, create an ignore rule for them, or change the"
        + " rule that blocks the download."
        + AdviceOnViolations.notApplicable(evidence.blocking());
    if (rules.isEmpty()) {
      return List.of(NextStep.of(Kind.CREATE_IGNORE_RULE, advice));
    }
    List<NextStep> steps = new ArrayList<>();
    steps.add(NextStep.builder()
        .kind(Kind.CREATE_IGNORE_RULE)
        .text(advice + " " + rights(rules))
        .command(asked.flatMap(artifact -> ExampleCommand.ignore(server, artifact, causes)))
        .build());
    steps.add(applyWatches(rules, server, now));
    steps.add(NextStep.builder()
        .kind(Kind.FORWARD_REQUEST)
        .text("If you do not have these rights, forward a request to somebody who has them.")
        .command(asked.flatMap(artifact -> ExampleCommand.request(server, artifact, causes)))
        .build());
    return steps;
  }

  /** Who may create these ignore rules. */
  public static String rights(Collection<ProposedIgnoreRule> rules) {
    List<String> projects = rules.stream()
        .flatMap(rule -> rule.project().stream())
        .distinct()
        .limit(MOST)
        .collect(Collectors.toList());
    boolean hasGlobal = rules.stream().anyMatch(rule -> rule.project().isEmpty());
    String global = hasGlobal
        ? "This needs the role Manage Watches or, inside a project, the privilege Ignore Global Watch"
            + " Violations."
        : "";
    String ofProject = projects.isEmpty()
        ? ""
        : "In the project " + QuotedNames.of(projects)
            + ", an administrator of the project with the privilege Manage Security Assets may do"
            + " it.";
    return (global + " " + ofProject).strip();
  }

  /**
   * The step after ignore rules were created, because they act on later scans only.
   *
   * @param now the end of the period to whose scans the watches are applied
   */
  public static NextStep applyWatches(
      Collection<ProposedIgnoreRule> rules, String server, Instant now) {
    List<String> watches =
        rules.stream().map(ProposedIgnoreRule::watch).distinct().collect(Collectors.toList());
    boolean one = watches.size() == 1;
    return NextStep.builder()
        .kind(Kind.APPLY_WATCH)
        .text("When the ignore rule exists, apply " + (one ? "watch " : "the watches ")
            + QuotedNames.of(watches.subList(0, Math.min(MOST, watches.size())))
            + " to existing content (POST /xray/api/v1/applyWatch), or have the artifact scanned"
            + " again (POST /xray/api/v2/index), because the rule acts on later scans only. The"
            + " download becomes possible about five minutes after that, because Artifactory caches"
            + " verdicts.")
        .command(ShellCommand.applyWatches(server, watches, since(rules, now), now))
        .build();
  }

  /**
   * One day before the oldest violation was found, so that its scan is in the period; 90 days ago,
   * for which Xray keeps scans by default, if that is not known.
   */
  private static Instant since(Collection<ProposedIgnoreRule> rules, Instant now) {
    return rules.stream()
        .flatMap(rule -> rule.violation().foundAt().flatMap(Timestamp::toInstant).stream())
        .min(Comparator.naturalOrder())
        .map(first -> first.minus(Duration.ofDays(1)))
        .orElseGet(() -> now.minus(Duration.ofDays(90)));
  }
}
