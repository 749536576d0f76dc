package io.github.xrayclient.diagnostics.internal.advice;

import io.github.xrayclient.diagnostics.explanation.BlockCause;
import io.github.xrayclient.diagnostics.explanation.NextStep;
import io.github.xrayclient.diagnostics.explanation.NextStep.Kind;
import io.github.xrayclient.diagnostics.internal.coverage.QuotedNames;
import io.github.xrayclient.diagnostics.internal.evidence.Evidence;
import io.github.xrayclient.diagnostics.internal.refusal.address.ManifestPath;
import io.github.xrayclient.policy.PolicyType;
import io.github.xrayclient.watch.WatchResourceType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What to do about the causes that were found. */
final class AdviceOnCauses {
  private static final int MOST = 5;

  private AdviceOnCauses() {}

  static List<NextStep> steps(
      Evidence evidence, List<BlockCause> causes, String server, Instant now) {
    List<NextStep> steps = new ArrayList<>();
    notIndexed(evidence).ifPresent(steps::add);
    if (has(BlockCause.Trigger.UNSCANNED, causes)) {
      steps.addAll(AdviceOnScan.steps(evidence, server));
    }
    if (has(BlockCause.Trigger.VIOLATION, causes)) {
      steps.add(NextStep.of(Kind.CHANGE_VERSION, AdviceOnViolations.versions(causes)));
      steps.addAll(AdviceOnIgnoring.steps(evidence, causes, server, now));
    }
    otherTypes(causes).forEach(steps::add);
    if (causes.stream().anyMatch(cause -> cause.trigger().isEmpty())) {
      steps.add(NextStep.of(
          Kind.ASK_WITH_MORE_RIGHTS,
          "Ask again with permission to read the policies that could not be read, or with the key"
              + " of the project that they belong to."));
    }
    wide(causes).ifPresent(steps::add);
    if (causes.stream().filter(cause -> canBlock(evidence, cause)).count() > 1) {
      steps.add(NextStep.of(
          Kind.CHECK_EVERY_CAUSE,
          "Check all causes, because each of them can block the download alone."));
    }
    steps.addAll(onImage(evidence));
    return steps;
  }

  /** A member blocks nothing while the virtual repository takes the artifact from another one. */
  private static boolean canBlock(Evidence evidence, BlockCause cause) {
    Optional<String> serving = evidence.facts().servingMember();
    return serving.isEmpty() || cause.member().isEmpty() || cause.member().equals(serving);
  }

  private static boolean has(BlockCause.Trigger trigger, List<BlockCause> causes) {
    return causes.stream()
        .anyMatch(cause -> cause.trigger().filter(trigger::equals).isPresent());
  }

  /** Names the policies of other types, because people often look only for security policies. */
  private static Stream<NextStep> otherTypes(List<BlockCause> causes) {
    return causes.stream()
        .filter(cause ->
            cause.policyType().filter(type -> !type.equals(PolicyType.SECURITY)).isPresent())
        .map(cause -> NextStep.of(
            Kind.CHECK_POLICY_TYPE,
            "Check violations of type " + cause.policyType().get()
                + ", not only vulnerabilities, because policy " + QuotedNames.of(cause.policy())
                + " has that type."))
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
            "Have " + evidence.facts().indexable()
                + " indexed by Xray. Watches usually have no effect on a repository"
                + " that is not indexed, and nothing in it counts as scanned. If it was indexed"
                + " until recently, Artifactory may use a cached verdict for about five minutes."));
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
            "If these watches on all repositories are not meant for this repository, add filters"
                + " to them: "
                + QuotedNames.of(watches) + "."));
  }

  private static List<NextStep> onImage(Evidence evidence) {
    String path = evidence.facts().path().orElse("");
    if (!ManifestPath.isManifest(path)) {
      return List.of();
    }
    NextStep pulled = NextStep.of(
        Kind.CHECK_PULLED_IMAGES,
        "Check machines that have already pulled the image. They can still run it, because only"
            + " downloads are blocked.");
    return path.contains("sha256__")
        ? List.of(
            NextStep.of(
                Kind.ASK_ABOUT_IMAGE_LIST,
                "Also ask about list.manifest.json of the image's tag. The path of the artifact is"
                    + " the manifest of one platform, which can be blocked although the manifest"
                    + " list is allowed."),
            pulled)
        : List.of(pulled);
  }
}
