package io.github.xrayclient.diagnostics.block;

import io.github.xrayclient.XrayClient;
import io.github.xrayclient.diagnostics.explanation.BlockCause;
import io.github.xrayclient.diagnostics.explanation.BlockExplanation;
import io.github.xrayclient.diagnostics.explanation.NotChecked;
import io.github.xrayclient.diagnostics.explanation.RequestedArtifact;
import io.github.xrayclient.diagnostics.internal.advice.Advice;
import io.github.xrayclient.diagnostics.internal.coverage.WatchIndex;
import io.github.xrayclient.diagnostics.internal.evidence.ArtifactFacts;
import io.github.xrayclient.diagnostics.internal.evidence.ArtifactFactsReader;
import io.github.xrayclient.diagnostics.internal.evidence.Evidence;
import io.github.xrayclient.diagnostics.internal.evidence.EvidenceReader;
import io.github.xrayclient.diagnostics.internal.evidence.OptionalReads;
import io.github.xrayclient.diagnostics.internal.evidence.curation.CurationEvidence;
import io.github.xrayclient.diagnostics.refusal.BlockedDownload;
import io.github.xrayclient.diagnostics.refusal.CurationFinding;
import io.github.xrayclient.diagnostics.refusal.CurationRefusal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes the explanations of one call, and sends no request twice. Not thread-safe. */
final class Diagnosis {
  private final Supplier<WatchIndex> read;
  private final Instant now;
  private final String server;
  private final UnaryOperator<String> redact;
  private final ArtifactFactsReader facts;
  private final EvidenceReader evidence;
  private final CurationEvidence curation;
  private @Nullable WatchIndex index;

  Diagnosis(XrayClient xray, Optional<String> project, Supplier<WatchIndex> read, Clock clock) {
    OptionalReads reads = new OptionalReads(xray, project);
    this.read = read;
    this.now = clock.instant();
    this.server = xray.baseUrl().toString();
    this.redact = xray::redact;
    this.facts = new ArtifactFactsReader(reads);
    this.evidence = new EvidenceReader(reads);
    this.curation = new CurationEvidence(xray, reads, now);
  }

  BlockExplanation of(BlockedDownload refusal) {
    return shown(explained(refusal));
  }

  BlockExplanation of(RequestedArtifact artifact) {
    return shown(explained(artifact));
  }

  private BlockExplanation explained(BlockedDownload refusal) {
    if (refusal.kind() == BlockedDownload.Kind.XRAY_BLOCK) {
      return RequestedArtifact.namedBy(refusal)
          .map(artifact -> explained(artifact).toBuilder().refusal(refusal).build())
          .orElseGet(() -> asked(Advice.withoutRepository(refusal, index())));
    }
    BlockExplanation explanation = Advice.withoutWatches(refusal);
    if (refusal.kind() == BlockedDownload.Kind.REFUSED_WITHOUT_REASON) {
      return RequestedArtifact.namedBy(refusal)
          .map(artifact -> withoutReason(explanation, explained(artifact)))
          .orElse(explanation);
    }
    BlockExplanation weighed = curation.weigh(explanation);
    return weighed.equals(explanation) ? explanation : asked(weighed);
  }

  /** Combines what the refusal and the watches tell with what Curation does now. */
  private BlockExplanation withoutReason(BlockExplanation ofRefusal, BlockExplanation ofWatches) {
    return curation.weighWithoutReason(ofWatches.toBuilder()
        .refusal(ofRefusal.refusal())
        .addAllNextSteps(ofRefusal.nextSteps())
        .build());
  }

  private BlockExplanation explained(RequestedArtifact asked) {
    ArtifactFacts known = facts.read(asked, index());
    Evidence weighed = evidence.read(known, now);
    return asked(Advice.explanation(weighed, server));
  }

  /** Adds to an explanation which server was asked, and when. */
  private BlockExplanation asked(BlockExplanation explanation) {
    return explanation.toBuilder().server(server).askedAt(now).build();
  }

  /** Hides credentials in the texts, which quote what the server sent. */
  private BlockExplanation shown(BlockExplanation explanation) {
    return explanation.toBuilder()
        .refusal(explanation.refusal().map(this::shown))
        .causes(each(explanation.causes(), this::shown))
        .ruledOut(each(
            explanation.ruledOut(),
            fact -> fact.toBuilder().reason(redact.apply(fact.reason())).build()))
        .notChecked(each(
            explanation.notChecked(),
            entry -> NotChecked.of(entry.what(), redact.apply(entry.because()))))
        .nextSteps(each(
            explanation.nextSteps(),
            step -> step.toBuilder()
                .text(redact.apply(step.text()))
                .command(step.command().map(redact))
                .build()))
        .build();
  }

  private BlockedDownload shown(BlockedDownload refusal) {
    return refusal.toBuilder()
        .address(refusal.address().map(redact))
        .text(redact.apply(refusal.text()))
        .curation(refusal.curation().map(this::shown))
        .build();
  }

  private CurationRefusal shown(CurationRefusal refusal) {
    return refusal.toBuilder()
        .policies(each(
            refusal.policies(),
            policy -> policy.toBuilder()
                .explanation(policy.explanation().map(redact))
                .recommendation(policy.recommendation().map(redact))
                .findings(each(policy.findings(), this::shown))
                .raw(redact.apply(policy.raw()))
                .build()))
        .findings(each(refusal.findings(), this::shown))
        .build();
  }

  private CurationFinding shown(CurationFinding finding) {
    return CurationFinding.of(finding.kind(), redact.apply(finding.text()));
  }

  private BlockCause shown(BlockCause cause) {
    return cause.toBuilder()
        .reason(redact.apply(cause.reason()))
        .violations(each(
            cause.violations(),
            violation -> violation.toBuilder()
                .component(violation.component().map(redact))
                .url(violation.url().map(redact))
                .build()))
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
