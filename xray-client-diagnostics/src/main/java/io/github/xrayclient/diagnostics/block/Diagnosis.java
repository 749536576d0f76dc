package io.github.xrayclient.diagnostics.block;

import io.github.xrayclient.XrayClient;
import io.github.xrayclient.diagnostics.explanation.BlockExplanation;
import io.github.xrayclient.diagnostics.explanation.RequestedArtifact;
import io.github.xrayclient.diagnostics.internal.advice.Advice;
import io.github.xrayclient.diagnostics.internal.evidence.AvailabilityEvidence;
import io.github.xrayclient.diagnostics.internal.evidence.Evidence;
import io.github.xrayclient.diagnostics.internal.evidence.EvidenceReader;
import io.github.xrayclient.diagnostics.internal.evidence.artifact.ArtifactFacts;
import io.github.xrayclient.diagnostics.internal.evidence.artifact.ArtifactFactsReader;
import io.github.xrayclient.diagnostics.internal.evidence.curation.CurationEvidence;
import io.github.xrayclient.diagnostics.internal.evidence.download.RepeatedDownload;
import io.github.xrayclient.diagnostics.internal.evidence.download.RepeatedDownloads;
import io.github.xrayclient.diagnostics.internal.evidence.read.OptionalReads;
import io.github.xrayclient.diagnostics.internal.evidence.read.SetupReader;
import io.github.xrayclient.diagnostics.internal.evidence.repository.LayerOfAddress;
import io.github.xrayclient.diagnostics.internal.evidence.repository.RepositoryOfAddress;
import io.github.xrayclient.diagnostics.refusal.BlockedDownload;
import io.github.xrayclient.error.XrayForbiddenException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Makes the explanations of one call, and sends no request twice. Not thread-safe. */
final class Diagnosis {
  private final SetupReader setup;
  private final Instant now;
  private final String server;
  private final RedactedExplanation redacted;
  private final OptionalReads reads;
  private final ArtifactFactsReader facts;
  private final EvidenceReader evidence;
  private final CurationEvidence curation;
  private final RepositoryOfAddress repository;
  private final Optional<RepeatedDownloads> repeated;
  private final Optional<String> user;
  private final boolean withVersion;

  /**
   * @param askAgain whether refused downloads are requested again
   * @param withVersion whether the version of Xray is read
   */
  Diagnosis(
      XrayClient xray,
      Optional<String> project,
      SetupReader setup,
      Clock clock,
      boolean askAgain,
      boolean withVersion) {
    this.reads = new OptionalReads(xray, project);
    this.setup = setup;
    this.now = clock.instant();
    this.server = xray.baseUrl().toString();
    this.user = xray.user();
    this.withVersion = withVersion;
    this.redacted = new RedactedExplanation(xray::redact);
    this.facts = new ArtifactFactsReader(reads);
    this.evidence = new EvidenceReader(reads);
    this.curation = new CurationEvidence(xray, reads, now);
    this.repository = new RepositoryOfAddress(reads);
    this.repeated = askAgain ? Optional.of(new RepeatedDownloads(xray, now)) : Optional.empty();
  }

  /**
   * The explanations of several refusals. Credentials that may read the policies and watches of one
   * project only get an answer about all of them, which says what was not read.
   */
  List<BlockExplanation> of(Collection<BlockedDownload> refusals) {
    List<Supplier<BlockExplanation>> all = new ArrayList<>();
    for (BlockedDownload refusal : refusals) {
      try {
        BlockExplanation explanation = of(refusal);
        all.add(() -> explanation);
      } catch (XrayForbiddenException e) {
        all.add(() -> of(refusal)); // another refusal may be in a project that can be read
      }
    }
    return all.stream().map(Supplier::get).collect(Collectors.toList());
  }

  BlockExplanation of(BlockedDownload refusal) {
    return finished(explained(refusal));
  }

  BlockExplanation of(RequestedArtifact artifact) {
    return finished(curation.weighArtifact(explained(artifact)));
  }

  private BlockExplanation finished(BlockExplanation explanation) {
    return redacted.of(Advice.withWaiverCommand(explanation, server));
  }

  private BlockExplanation explained(BlockedDownload read) {
    BlockedDownload placed = repository.addTo(read);
    return repository.addTo(
        repeated.isPresent() ? again(repeated.get().of(placed)) : judged(placed, false), read);
  }

  private BlockExplanation again(RepeatedDownload again) {
    BlockExplanation explanation = again.isAllowed()
        ? Advice.allowedNow(again.refusal())
        : judged(again.refusal(), again.isAnswered());
    return again.addTo(again.isAnswered() ? asked(explanation) : explanation);
  }

  private BlockExplanation judged(BlockedDownload refusal, boolean wasAskedAgain) {
    if (refusal.kind() == BlockedDownload.Kind.XRAY_BLOCK) {
      return ofNamedArtifact(refusal)
          .map(explanation -> explanation.toBuilder().refusal(refusal).build())
          .orElseGet(() -> asked(Advice.withoutRepository(refusal, setup.index())));
    }
    if (refusal.kind() == BlockedDownload.Kind.REFUSED_WITHOUT_REASON) {
      BlockExplanation ofWatches = ofNamedArtifact(refusal)
          .orElseGet(() -> BlockExplanation.builder().path(refusal.path()).build());
      return curation.weighWithoutReason(
          Advice.withoutReason(refusal, ofWatches, server, wasAskedAgain));
    }
    if (refusal.kind() == BlockedDownload.Kind.XRAY_UNAVAILABLE) {
      return asked(Advice.ofUnavailability(refusal, AvailabilityEvidence.read(reads)));
    }
    BlockExplanation explanation = Advice.withoutWatches(refusal);
    BlockExplanation weighed = curation.weigh(explanation);
    return weighed.equals(explanation) ? explanation : asked(weighed);
  }

  private Optional<BlockExplanation> ofNamedArtifact(BlockedDownload refusal) {
    return RequestedArtifact.namedBy(refusal)
        .map(artifact -> explained(LayerOfAddress.addTo(artifact, refusal)).toBuilder()
            .path(artifact.path())
            .build());
  }

  private BlockExplanation explained(RequestedArtifact asked) {
    ArtifactFacts known = facts.read(asked, setup);
    Evidence weighed = evidence.read(known, now);
    return asked(Advice.explanation(weighed, server, now));
  }

  /** Adds to an explanation which server was asked, by whom, and when. */
  private BlockExplanation asked(BlockExplanation explanation) {
    return explanation.toBuilder()
        .server(server)
        .user(user)
        .xrayVersion(withVersion ? reads.version().value() : Optional.empty())
        .askedAt(now)
        .build();
  }
}
