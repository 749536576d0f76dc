package io.github.xrayclient.diagnostics.internal.advice;

import io.github.xrayclient.artifact.ScanState;
import io.github.xrayclient.artifact.ScanStatus;
import io.github.xrayclient.diagnostics.explanation.BlockCause;
import io.github.xrayclient.diagnostics.explanation.Trigger;
import io.github.xrayclient.diagnostics.internal.evidence.Evidence;
import io.github.xrayclient.policy.PolicyType;
import io.github.xrayclient.violation.Violation;
import io.github.xrayclient.watch.WatchResourceType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What to do about the causes that were found. */
final class AdviceOnCauses {
  private static final int MOST = 5;

  private AdviceOnCauses() {}

  static List<String> steps(Evidence evidence) {
    List<BlockCause> causes = evidence.causes();
    List<String> steps = new ArrayList<>();
    if (has(Trigger.UNSCANNED, causes)) {
      steps.add(unscanned(evidence.scan().flatMap(ScanStatus::state)));
    }
    if (has(Trigger.VIOLATION, causes)) {
      steps.add("Look at the artifact's violations in the named watch: take a version without"
          + " them" + fixes(evidence.violations())
          + ", or have the rule changed or an ignore rule made.");
    }
    otherTypes(causes).forEach(steps::add);
    notIndexed(evidence).ifPresent(steps::add);
    if (causes.stream().anyMatch(cause -> cause.trigger().isEmpty())) {
      steps.add("Ask again with the right to read the policies that could not be read, or with the"
          + " key of the project whose policies they are.");
    }
    wide(causes).ifPresent(steps::add);
    if (causes.size() > 1) {
      steps.add("Each cause can block by itself, so look at all of them.");
    }
    steps.addAll(onImage(evidence));
    return steps;
  }

  private static boolean has(Trigger trigger, List<BlockCause> causes) {
    return causes.stream()
        .anyMatch(cause -> cause.trigger().filter(trigger::equals).isPresent());
  }

  private static String unscanned(Optional<ScanState> state) {
    if (state.filter(ScanState.PENDING::equals).isPresent()) {
      return "The scan is pending: wait for it and try again. Many pending ones are usual after a"
          + " repository was newly indexed; if it takes for hours, check Xray's indexer.";
    }
    if (state.filter(ScanState.FAILED::equals).isPresent()) {
      return "The scan failed: have the artifact scanned again (POST /xray/api/v2/index), and check"
          + " Xray's indexer.";
    }
    if (state.filter(ScanState.NOT_SUPPORTED::equals).isPresent()) {
      return "Xray cannot scan this kind of file, so it will never count as scanned: exclude it by a"
          + " filter of the watch.";
    }
    if (state.filter(ScanState.NOT_SCANNED::equals).isPresent()) {
      return "The artifact was never scanned, or its retention period has expired (by default after 90"
          + " days, after 3 in a repository that is not indexed): have it scanned again (POST"
          + " /xray/api/v2/index), or have the period extended.";
    }
    return "Check that the artifact has been scanned and that its retention period has not expired;"
        + " a rule on unscanned artifacts blocks until then.";
  }

  private static String fixes(List<Violation> violations) {
    List<String> versions = violations.stream()
        .flatMap(violation -> violation.fixVersions().stream())
        .distinct()
        .limit(MOST)
        .collect(Collectors.toList());
    return versions.isEmpty() ? "" : " (fixed in " + String.join(", ", versions) + ")";
  }

  /** People tend to look at security policies only. */
  private static Stream<String> otherTypes(List<BlockCause> causes) {
    return causes.stream()
        .filter(cause ->
            cause.policyType().filter(type -> !type.equals(PolicyType.SECURITY)).isPresent())
        .map(cause -> "Policy " + cause.policy() + " is of type "
            + cause.policyType().get() + ", so look at that, not at vulnerabilities only.")
        .distinct()
        .limit(MOST);
  }

  private static Optional<String> notIndexed(Evidence evidence) {
    return evidence
        .facts()
        .indexed()
        .filter(indexed -> !indexed)
        .map(not -> "Have the repository indexed by Xray: it is not, so watches do not hold it as a"
            + " rule, and nothing in it counts as scanned. A block may be left from before until"
            + " Artifactory has forgotten it, in about five minutes.");
  }

  private static Optional<String> wide(List<BlockCause> causes) {
    List<String> watches = causes.stream()
        .filter(cause -> cause.resource().type().equals(WatchResourceType.ALL_REPOSITORIES))
        .map(BlockCause::watch)
        .distinct()
        .limit(MOST)
        .collect(Collectors.toList());
    return watches.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "If a watch on all repositories was not meant for this one, narrow it by filters: "
                + String.join(", ", watches) + ".");
  }

  private static List<String> onImage(Evidence evidence) {
    String path = evidence.facts().asked().path().orElse("");
    if (!path.endsWith("manifest.json")) {
      return List.of();
    }
    String pulled =
        "An image that a machine has already pulled still runs there: the block is on the"
            + " download only.";
    return path.contains("sha256__")
        ? List.of(
            "This is the manifest of one platform by its digest, which may be blocked while the"
                + " image's list (list.manifest.json of its tag) is allowed: ask about both.",
            pulled)
        : List.of(pulled);
  }
}
