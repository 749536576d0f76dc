package io.github.xrayclient.examples.ignore;

import io.github.xrayclient.XrayClient;
import io.github.xrayclient.diagnostics.block.BlockedDownloads;
import io.github.xrayclient.diagnostics.explanation.BlockExplanation;
import io.github.xrayclient.diagnostics.explanation.IgnoreObstacle;
import io.github.xrayclient.diagnostics.explanation.ProposedIgnoreRule;
import io.github.xrayclient.diagnostics.explanation.RequestedArtifact;
import io.github.xrayclient.diagnostics.ignore.ViolationIgnorer;
import io.github.xrayclient.examples.cli.ExitCode;
import io.github.xrayclient.value.NameOrId;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** The options for the violations to ignore: those of an artifact, or a single one. */
final class IgnoreQuestion {
  @Option(
      names = "--repo",
      paramLabel = "KEY",
      description = "The key of the repository. Required without --violation.")
  String repository;

  @Option(
      names = "--path",
      paramLabel = "PATH",
      description = "The path of the artifact in the repository. Required with --repo.")
  String path;

  @Option(
      names = "--violation",
      paramLabel = "ID",
      description = "The ID of a violation, instead of --repo and --path; or of its issue, such as"
          + " XRAY-123456, if the watch found the issue only once. Needs --watch. The rule covers"
          + " all artifacts that the violation names.")
  String violation;

  @Option(
      names = "--cve",
      paramLabel = "CVE",
      description = "Ignores only violations with this CVE. Repeat the option for several CVEs."
          + " Only with --repo and --path. Default: all violations that block the artifact.")
  List<String> cves = List.of();

  @Option(
      names = "--watch",
      paramLabel = "NAME|ID",
      description = "Ignores only violations of this watch. Repeat the option for several watches."
          + " Default: the violations of all watches.")
  List<NameOrId> watches = List.of();

  private boolean ignoredAlready;

  void check() {
    if (violation != null && violation.isBlank()) {
      throw new IllegalArgumentException("--violation is blank; give the ID of a violation");
    }
    boolean isArtifact = repository != null && path != null && violation == null;
    boolean isViolation = violation != null && repository == null && path == null && cves.isEmpty();
    if (!isArtifact && !isViolation) {
      throw new IllegalArgumentException("give either --repo and --path, or --violation and"
          + " --watch; --cve is for --repo and --path only");
    }
    if (isViolation && watches.size() != 1) {
      throw new IllegalArgumentException(
          "--violation needs one --watch, because violations are listed by watch");
    }
  }

  /** Finds what can be ignored. Says what cannot be, and why. */
  List<ProposedIgnoreRule> ask(XrayClient xray, String project, IgnoreResults results) {
    List<String> names = watches.stream()
        .map(watch -> NamedWatch.existing(watch, xray, project))
        .collect(Collectors.toList());
    return violation == null
        ? ofArtifact(names, xray, project, results)
        : ofViolation(names.get(0), ViolationIgnorer.of(xray), project, results);
  }

  private List<ProposedIgnoreRule> ofViolation(
      String watch, ViolationIgnorer ignorer, String project, IgnoreResults results) {
    try {
      return List.of(
          project == null
              ? ignorer.propose(watch, violation)
              : ignorer.propose(watch, violation, project));
    } catch (IllegalArgumentException notPossible) {
      results.say("Nothing was changed, because " + results.reason(notPossible));
      return List.of();
    }
  }

  private List<ProposedIgnoreRule> ofArtifact(
      List<String> names, XrayClient xray, String project, IgnoreResults results) {
    BlockedDownloads downloads = BlockedDownloads.of(xray);
    BlockExplanation explanation = (project == null ? downloads : downloads.inProject(project))
        .explain(RequestedArtifact.builder().repository(repository).path(path).build());
    List<ProposedIgnoreRule> all = explanation.ignoreRules();
    List<ProposedIgnoreRule> chosen =
        all.stream().filter(rule -> isChosen(rule, names)).collect(Collectors.toList());
    ignoredAlready = explanation.ignoreObstacles().stream()
        .anyMatch(obstacle -> obstacle.kind() == IgnoreObstacle.Kind.ALREADY_IGNORED);
    explanation.ignoreObstacles().stream().map(IgnoreObstacle::text).forEach(results::say);
    if (chosen.isEmpty()) {
      results.say("Nothing was changed, because there is nothing to ignore"
          + (all.isEmpty()
              ? "."
              : " with this --cve and --watch. These violations block the download: "
                  + all.stream().map(IgnoreQuestion::name).collect(Collectors.joining("; "))
                  + "."));
    }
    return chosen;
  }

  /** The exit code for the rules that were found. To ignore something again is no failure. */
  int exitCode(List<ProposedIgnoreRule> rules) {
    return rules.isEmpty() && !ignoredAlready ? ExitCode.FAILED : ExitCode.DONE;
  }

  private boolean isChosen(ProposedIgnoreRule rule, List<String> names) {
    return (names.isEmpty() || names.contains(rule.watch()))
        && (cves.isEmpty() || rule.violation().cves().stream().anyMatch(this::isWanted));
  }

  private boolean isWanted(String cve) {
    return cves.stream().anyMatch(cve::equalsIgnoreCase);
  }

  private static String name(ProposedIgnoreRule rule) {
    List<String> found = rule.violation().cves();
    return (found.isEmpty() ? rule.violation().id().orElse("?") : String.join(", ", found))
        + " (watch " + rule.watch() + ")";
  }
}
