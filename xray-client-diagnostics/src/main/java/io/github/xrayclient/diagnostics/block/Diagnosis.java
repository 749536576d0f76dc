package io.github.xrayclient.diagnostics.block;

import io.github.xrayclient.XrayClient;
import io.github.xrayclient.diagnostics.explanation.BlockExplanation;
import io.github.xrayclient.diagnostics.explanation.RequestedArtifact;
import io.github.xrayclient.diagnostics.internal.advice.Advice;
import io.github.xrayclient.diagnostics.internal.coverage.WatchIndex;
import io.github.xrayclient.diagnostics.internal.evidence.ArtifactFacts;
import io.github.xrayclient.diagnostics.internal.evidence.ArtifactFactsReader;
import io.github.xrayclient.diagnostics.internal.evidence.CurationEvidence;
import io.github.xrayclient.diagnostics.internal.evidence.Evidence;
import io.github.xrayclient.diagnostics.internal.evidence.EvidenceReader;
import io.github.xrayclient.diagnostics.internal.evidence.OptionalReads;
import io.github.xrayclient.diagnostics.refusal.BlockKind;
import io.github.xrayclient.diagnostics.refusal.BlockedDownload;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Answers the questions of one call, and asks the server nothing twice. Not thread-safe. */
final class Diagnosis {
  private final Supplier<WatchIndex> read;
  private final Clock clock;
  private final UnaryOperator<String> redact;
  private final ArtifactFactsReader facts;
  private final EvidenceReader evidence;
  private final CurationEvidence curation;
  private @Nullable WatchIndex index;

  Diagnosis(XrayClient xray, Optional<String> project, Supplier<WatchIndex> read, Clock clock) {
    OptionalReads reads = new OptionalReads(xray, project);
    this.read = read;
    this.clock = clock;
    this.redact = xray::redact;
    this.facts = new ArtifactFactsReader(reads);
    this.evidence = new EvidenceReader(reads);
    this.curation = new CurationEvidence(xray, clock.instant());
  }

  BlockExplanation of(BlockedDownload refusal) {
    return shown(explained(refusal));
  }

  BlockExplanation of(RequestedArtifact artifact) {
    return shown(explained(Optional.empty(), artifact));
  }

  private BlockExplanation explained(BlockedDownload refusal) {
    if (refusal.kind() != BlockKind.XRAY_BLOCK) {
      return curation.weigh(Advice.withoutWatches(refusal));
    }
    return RequestedArtifact.namedBy(refusal)
        .map(artifact -> explained(Optional.of(refusal.kind()), artifact))
        .orElseGet(() -> Advice.withoutRepository(refusal, index()));
  }

  private BlockExplanation explained(Optional<BlockKind> kind, RequestedArtifact asked) {
    ArtifactFacts known = facts.read(asked, index());
    Evidence weighed = evidence.read(known, clock.instant());
    return Advice.explanation(kind, weighed);
  }

  /** Its sentences quote the server, which may have repeated a credential. */
  private BlockExplanation shown(BlockExplanation explanation) {
    return explanation.toBuilder()
        .causes(each(
            explanation.causes(),
            cause -> cause.toBuilder().reason(redact.apply(cause.reason())).build()))
        .ruledOut(each(
            explanation.ruledOut(),
            fact -> fact.toBuilder().reason(redact.apply(fact.reason())).build()))
        .notChecked(each(explanation.notChecked(), redact))
        .notRead(each(explanation.notRead(), redact))
        .nextSteps(each(explanation.nextSteps(), redact))
        .build();
  }

  private static <T> List<T> each(List<T> values, UnaryOperator<T> change) {
    return values.stream().map(change).collect(Collectors.toList());
  }

  private WatchIndex index() {
    WatchIndex known = index;
    if (known == null) {
      known = read.get();
      index = known;
    }
    return known;
  }
}
