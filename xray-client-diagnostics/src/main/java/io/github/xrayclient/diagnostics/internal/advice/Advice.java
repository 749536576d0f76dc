package io.github.xrayclient.diagnostics.internal.advice;

import io.github.xrayclient.diagnostics.explanation.BlockCause;
import io.github.xrayclient.diagnostics.explanation.BlockExplanation;
import io.github.xrayclient.diagnostics.explanation.MissingRepository;
import io.github.xrayclient.diagnostics.explanation.NextStep;
import io.github.xrayclient.diagnostics.explanation.NextStep.Kind;
import io.github.xrayclient.diagnostics.explanation.RequestedArtifact;
import io.github.xrayclient.diagnostics.explanation.RequestedImage;
import io.github.xrayclient.diagnostics.internal.coverage.QuotedNames;
import io.github.xrayclient.diagnostics.internal.coverage.WatchIndex;
import io.github.xrayclient.diagnostics.internal.evidence.AvailabilityEvidence;
import io.github.xrayclient.diagnostics.internal.evidence.Evidence;
import io.github.xrayclient.diagnostics.refusal.BlockedDownload;
import io.github.xrayclient.diagnostics.refusal.CurationRefusal;
import io.github.xrayclient.internal.secret.VisibleText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes explanations with next steps from evidence and refusals. */
public final class Advice {
  private static final int MOST = 10;

  private Advice() {}

  /** Makes the explanation of an artifact from the evidence on it. */
  public static BlockExplanation explanation(Evidence evidence, String server, Instant now) {
    RequestedArtifact asked = evidence.facts().asked();
    List<BlockCause> causes =
        NarrowedCauses.of(evidence.causes(), evidence.facts().locations());
    return BlockExplanation.builder()
        .repository(asked.repository())
        .path(asked.path())
        .member(evidence.facts().servingMember())
        .image(evidence.facts().image())
        .missingRepository(evidence.missing())
        .causes(causes)
        .ignoredBy(evidence.ignoredBy())
        .ruledOut(evidence.ruledOut())
        .notChecked(evidence.notChecked())
        .notBlocking(evidence.notBlocking())
        .nextSteps(steps(evidence, causes, server, now))
        .build();
  }

  private static Set<NextStep> steps(
      Evidence evidence, List<BlockCause> causes, String server, Instant now) {
    Set<NextStep> steps = new LinkedHashSet<>();
    evidence.missing().ifPresent(missing -> steps.add(key(missing)));
    evidence
        .facts()
        .image()
        .filter(image -> image.manifests().isEmpty())
        .ifPresent(layer -> steps.add(manifest(layer)));
    List<String> instances = evidence.facts().possibleInstances();
    if (!instances.isEmpty()) {
      steps.add(NextStep.of(
          Kind.COMPARE_ARTIFACTORY_INSTANCES,
          "Find out which Artifactory instance refused the download, and compare it with the"
              + " instances that the watches name: " + QuotedNames.of(instances)
              + ". A watch for another instance is not the cause."));
    }
    steps.addAll(evidence.steps());
    steps.addAll(
        causes.isEmpty()
            ? AdviceWithoutCause.steps(evidence)
            : AdviceOnCauses.steps(evidence, causes, server, now));
    return steps;
  }

  private static NextStep manifest(RequestedImage layer) {
    String tag = VisibleText.oneLine(layer.name().orElse("IMAGE")) + "/TAG/";
    return NextStep.of(
        Kind.ASK_ABOUT_MANIFEST,
        "Ask about the manifest of the image's tag (" + tag + "manifest.json, or " + tag
            + "list.manifest.json for several platforms), because layers are not blocked by"
            + " themselves. If the manifest was downloaded, the layer was refused for another reason,"
            + " such as a missing permission.");
  }

  private static NextStep key(MissingRepository missing) {
    return NextStep.of(
        Kind.CHECK_REPOSITORY_KEY,
        "Check the key of the repository, the server, and the permissions of these credentials. "
            + missing.sentence());
  }

  /** Makes the explanation of a refusal that does not come from a watch. */
  public static BlockExplanation withoutWatches(BlockedDownload refusal) {
    List<NextStep> steps = new ArrayList<>(AdviceOnRefusal.steps(refusal));
    AdviceOnTool.step(refusal).ifPresent(steps::add);
    return BlockExplanation.builder()
        .refusal(refusal)
        .repository(refusal.repository())
        .path(refusal.path())
        .nextSteps(steps)
        .build();
  }

  /** Adds to the step that requests a waiver the command that sends the prepared request. */
  public static BlockExplanation withWaiverCommand(BlockExplanation explanation, String server) {
    Optional<String> command = explanation
        .curation()
        .flatMap(CurationRefusal::waiverRequest)
        .flatMap(draft -> ExampleCommand.requestWaiver(server, draft));
    return command.isEmpty()
        ? explanation
        : explanation.toBuilder()
            .nextSteps(explanation.nextSteps().stream()
                .map(step -> step.kind() == Kind.REQUEST_WAIVER
                    ? step.toBuilder().command(command).build()
                    : step)
                .collect(Collectors.toList()))
            .build();
  }

  /** Makes the explanation of a refusal because Artifactory could not reach Xray. */
  public static BlockExplanation ofUnavailability(
      BlockedDownload refusal, AvailabilityEvidence evidence) {
    return withoutWatches(refusal).toBuilder()
        .xrayAvailability(evidence.availability())
        .notChecked(evidence.notChecked())
        .nextSteps(AdviceOnAvailability.steps(evidence.availability()))
        .build();
  }

  /**
   * Makes the explanation of a refusal without a reason. If nothing was found that would block the
   * download, the steps that find the reason come first.
   *
   * @param found what would block the download; without causes if the repository is not known
   * @param server the base URL of the server that was asked
   */
  public static BlockExplanation withoutReason(
      BlockedDownload refusal, BlockExplanation found, String server, boolean wasAskedAgain) {
    List<NextStep> own = AdviceWithoutReason.steps(refusal, server, wasAskedAgain);
    List<NextStep> steps = new ArrayList<>(found.causes().isEmpty() ? own : found.nextSteps());
    steps.addAll(found.causes().isEmpty() ? found.nextSteps() : own);
    return found.toBuilder().refusal(refusal).nextSteps(steps).build();
  }

  /** Makes the explanation of a refused download that the server allows when it is asked again. */
  public static BlockExplanation allowedNow(BlockedDownload refusal) {
    return BlockExplanation.builder()
        .refusal(refusal)
        .repository(refusal.repository())
        .path(refusal.path())
        .nextSteps(AdviceWithoutReason.allowedNow())
        .build();
  }

  /** Makes the explanation of a block by Xray whose repository is not known. */
  public static BlockExplanation withoutRepository(BlockedDownload refusal, WatchIndex index) {
    List<String> watches = index.blocking();
    String some = QuotedNames.of(watches.subList(0, Math.min(MOST, watches.size())));
    String more = watches.size() > MOST ? " and " + (watches.size() - MOST) + " more" : "";
    return BlockExplanation.builder()
        .refusal(refusal)
        .path(refusal.path())
        .notChecked(index.notRead())
        .addNextStep(NextStep.of(
            Kind.FIND_REPOSITORY,
            "Find out which repository refused the download, because this message does not name it."
                + " The complete message is in the server's response and in Artifactory's log."))
        .addNextStep(NextStep.of(
            Kind.CHECK_WATCHES,
            watches.isEmpty()
                ? "Ask again with credentials that can read all watches and policies. No active"
                    + " watch that could be read has a policy that blocks downloads."
                : "Check the active watches with a policy that blocks downloads. As long as the"
                    + " repository is not known, each of them may be the cause: " + some + more
                    + "."))
        .build();
  }
}
