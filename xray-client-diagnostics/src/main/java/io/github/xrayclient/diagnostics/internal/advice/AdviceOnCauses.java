package io.github.xrayclient.diagnostics.internal.advice;

import io.github.xrayclient.diagnostics.explanation.BlockCause;
import io.github.xrayclient.diagnostics.explanation.NextStep;
import io.github.xrayclient.diagnostics.explanation.NextStep.Kind;
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

  static List<NextStep> steps(Evidence evidence, String server) {
    List<BlockCause> causes = evidence.causes();
    List<NextStep> steps = new ArrayList<>();
    if (has(BlockCause.Trigger.UNSCANNED, causes)) {
      steps.addAll(AdviceOnScan.steps(evidence, server));
    }
    if (has(BlockCause.Trigger.VIOLATION, causes)) {
      steps.add(NextStep.of(
          Kind.CHANGE_VERSION,
          "Look at the artifact's violations in the named watch, and take a version without them"
              + fixes(evidence.violations()) + "."));
      steps.add(NextStep.of(
          Kind.CREATE_IGNORE_RULE,
          "If there is no such version, have an ignore rule made for the violations, or the rule"
              + " changed."));
    }
    otherTypes(causes).forEach(steps::add);
    notIndexed(evidence).ifPresent(steps::add);
    if (causes.stream().anyMatch(cause -> cause.trigger().isEmpty())) {
      steps.add(NextStep.of(
          Kind.ASK_WITH_MORE_RIGHTS,
          "Ask again with the right to read the policies that could not be read, or with the key of"
              + " the project whose policies they are."));
    }
    wide(causes).ifPresent(steps::add);
    if (causes.size() > 1) {
      steps.add(NextStep.of(
          Kind.CHECK_EVERY_CAUSE, "Each cause can block by itself, so look at all of them."));
    }
    steps.addAll(onImage(evidence));
    return steps;
  }

  private static boolean has(BlockCause.Trigger trigger, List<BlockCause> causes) {
    return causes.stream()
        .anyMatch(cause -> cause.trigger().filter(trigger::equals).isPresent());
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
  private static Stream<NextStep> otherTypes(List<BlockCause> causes) {
    return causes.stream()
        .filter(cause ->
            cause.policyType().filter(type -> !type.equals(PolicyType.SECURITY)).isPresent())
        .map(cause -> NextStep.of(
            Kind.CHECK_POLICY_TYPE,
            "Policy " + cause.policy() + " is of type " + cause.policyType().get()
                + ", so look at that, not at vulnerabilities only."))
        .distinct()
        .limit(MOST);
  }

  private static Optional<NextStep> notIndexed(Evidence evidence) {
    return evidence
        .facts()
        .indexed()
        .filter(indexed -> !indexed)
        .map(not -> NextStep.of(
            Kind.INDEX_REPOSITORY,
            "Have the repository indexed by Xray: it is not, so watches do not hold it as a"
                + " rule, and nothing in it counts as scanned. A block may be left from before until"
                + " Artifactory has forgotten it, in about five minutes."));
  }

  private static Optional<NextStep> wide(List<BlockCause> causes) {
    List<String> watches = causes.stream()
        .filter(cause -> cause.resource().type().equals(WatchResourceType.ALL_REPOSITORIES))
        .map(BlockCause::watch)
        .distinct()
        .limit(MOST)
        .collect(Collectors.toList());
    return watches.isEmpty()
        ? Optional.empty()
        : Optional.of(NextStep.of(
            Kind.NARROW_WATCH,
            "If a watch on all repositories was not meant for this one, narrow it by filters: "
                + String.join(", ", watches) + "."));
  }

  private static List<NextStep> onImage(Evidence evidence) {
    String path = evidence.facts().asked().path().orElse("");
    if (!path.endsWith("manifest.json")) {
      return List.of();
    }
    NextStep pulled = NextStep.of(
        Kind.CHECK_PULLED_IMAGES,
        "An image that a machine has already pulled still runs there: the block is on the"
            + " download only.");
    return path.contains("sha256__")
        ? List.of(
            NextStep.of(
                Kind.ASK_ABOUT_IMAGE_LIST,
                "This is the manifest of one platform by its digest, which may be blocked while the"
                    + " image's list (list.manifest.json of its tag) is allowed: ask about both."),
            pulled)
        : List.of(pulled);
  }
}
