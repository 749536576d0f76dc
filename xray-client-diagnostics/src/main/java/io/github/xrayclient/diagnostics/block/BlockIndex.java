package io.github.xrayclient.diagnostics.block;

import io.github.xrayclient.diagnostics.explanation.BlockExplanation;
import io.github.xrayclient.diagnostics.explanation.NotChecked;
import io.github.xrayclient.diagnostics.explanation.RepositoryCoverage;
import io.github.xrayclient.diagnostics.explanation.RequestedArtifact;
import io.github.xrayclient.diagnostics.explanation.SetupAudit;
import io.github.xrayclient.diagnostics.internal.coverage.WatchIndex;
import io.github.xrayclient.diagnostics.internal.evidence.CandidateCauses;
import io.github.xrayclient.diagnostics.internal.evidence.SetupAnalysis;
import io.github.xrayclient.diagnostics.internal.evidence.repository.RepositoryFacts;
import io.github.xrayclient.internal.call.Arguments;
import io.github.xrayclient.policy.Policy;
import io.github.xrayclient.watch.Watch;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/**
 * Tells which rules can block the download of an artifact, without sending a request: an index over
 * policies and watches that were read before. Looking up a repository takes about the same time
 * however many watches there are. Immutable and thread-safe.
 *
 * @see "How to Identify the Blocking Watches and Policies for the 403: Artifact Download Request
 *     Rejected Error"
 */
public final class BlockIndex {
  private static final String OFFLINE = "no server was asked";
  private static final NotChecked REPOSITORY =
      NotChecked.of(NotChecked.Subject.REPOSITORY, OFFLINE);
  private static final List<NotChecked> ARTIFACT = List.of(
      NotChecked.of(NotChecked.Subject.VIOLATIONS, OFFLINE),
      NotChecked.of(NotChecked.Subject.SCAN_STATUS, OFFLINE),
      NotChecked.of(NotChecked.Subject.CURATION_POLICIES, OFFLINE));

  private final WatchIndex watches;

  BlockIndex(WatchIndex watches) {
    this.watches = watches;
  }

  /**
   * Builds an index from the policies and watches of a server. To read them from the server
   * instead, use {@link BlockedDownloads#index()}.
   */
  public static BlockIndex of(Collection<Policy> policies, Collection<Watch> watches) {
    return of(policies, watches, List.of());
  }

  /**
   * Builds an index like {@link #of(Collection, Collection)} from policies and watches that are not
   * complete. All answers contain these entries.
   *
   * @param notRead what is missing, such as {@link NotChecked.Subject#NOT_EXPORTED}
   */
  public static BlockIndex of(
      Collection<Policy> policies, Collection<Watch> watches, Collection<NotChecked> notRead) {
    return new BlockIndex(new WatchIndex(
        Arguments.elements("policies", policies),
        Arguments.elements("watches", watches),
        Arguments.elements("notRead", notRead)));
  }

  /**
   * Finds the rules that can block the download of an artifact, and the watches that do not apply
   * to it although they have a blocking rule. Violations and scan results are not known here, so no
   * cause is {@link io.github.xrayclient.diagnostics.explanation.BlockCause.Verdict#CONFIRMED
   * confirmed}, and there are no next steps. What only a server knows is listed in {@link
   * BlockExplanation#notChecked()}. Sends no request.
   */
  public BlockExplanation explain(RequestedArtifact artifact) {
    Objects.requireNonNull(artifact, "artifact");
    CandidateCauses candidates = CandidateCauses.of(watches.matches(List.of(artifact)));
    return BlockExplanation.builder()
        .repository(artifact.repository())
        .path(artifact.path())
        .causes(candidates.causes())
        .ruledOut(candidates.ruledOut())
        .notBlocking(watches.notBlocking(List.of(artifact)))
        .notChecked(watches.notRead())
        .addAllNotChecked(repositoryNotChecked(artifact))
        .addAllNotChecked(ARTIFACT)
        .build();
  }

  /**
   * Finds all watches that cover an artifact, or a repository if the artifact has no path, whether
   * they block downloads or not. Sends no request, so a watch is certain to cover the repository
   * only as far as {@code artifact} contains its class, package type and project.
   */
  public RepositoryCoverage whatCovers(RequestedArtifact artifact) {
    Objects.requireNonNull(artifact, "artifact");
    return SetupAnalysis.coverage(
        watches, RepositoryFacts.asGiven(artifact), repositoryNotChecked(artifact));
  }

  /**
   * Finds policies, rules and watches that have no effect on downloads, or less effect than they
   * seem to have. Sends no request.
   */
  public SetupAudit audit() {
    return SetupAnalysis.audit(watches);
  }

  private static List<NotChecked> repositoryNotChecked(RequestedArtifact artifact) {
    boolean isGiven =
        artifact.repositoryClass().isPresent() && artifact.packageType().isPresent();
    return isGiven ? List.of() : List.of(REPOSITORY);
  }

  WatchIndex watches() {
    return watches;
  }
}
