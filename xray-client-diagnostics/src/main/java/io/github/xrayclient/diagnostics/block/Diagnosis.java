package io.github.xrayclient.diagnostics.block;

import io.github.xrayclient.XrayClient;
import io.github.xrayclient.diagnostics.explanation.BlockExplanation;
import io.github.xrayclient.diagnostics.explanation.RequestedArtifact;
import io.github.xrayclient.diagnostics.internal.advice.Advice;
import io.github.xrayclient.diagnostics.internal.coverage.WatchIndex;
import io.github.xrayclient.diagnostics.internal.evidence.ChangeEvidence;
import io.github.xrayclient.diagnostics.internal.evidence.CurationEvidence;
import io.github.xrayclient.diagnostics.internal.evidence.FileFacts;
import io.github.xrayclient.diagnostics.internal.evidence.IgnoreRuleEvidence;
import io.github.xrayclient.diagnostics.internal.evidence.Inquiry;
import io.github.xrayclient.diagnostics.internal.evidence.InstanceFacts;
import io.github.xrayclient.diagnostics.internal.evidence.OptionalReads;
import io.github.xrayclient.diagnostics.internal.evidence.RepositoryFacts;
import io.github.xrayclient.diagnostics.internal.evidence.ScanEvidence;
import io.github.xrayclient.diagnostics.internal.evidence.SwitchEvidence;
import io.github.xrayclient.diagnostics.internal.evidence.ViolationEvidence;
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
  private final RepositoryFacts repository;
  private final InstanceFacts instance;
  private final FileFacts file;
  private final ViolationEvidence violations;
  private final ScanEvidence scan;
  private final IgnoreRuleEvidence ignoreRules;
  private final SwitchEvidence switches;
  private final CurationEvidence curation;
  private @Nullable WatchIndex index;

  Diagnosis(XrayClient xray, Optional<String> project, Supplier<WatchIndex> read, Clock clock) {
    OptionalReads lookups = new OptionalReads(xray, project);
    this.read = read;
    this.clock = clock;
    this.redact = xray::redact;
    this.repository = new RepositoryFacts(lookups);
    this.instance = new InstanceFacts(lookups);
    this.file = new FileFacts(lookups);
    this.violations = new ViolationEvidence(lookups);
    this.scan = new ScanEvidence(lookups);
    this.ignoreRules = new IgnoreRuleEvidence(lookups);
    this.switches = new SwitchEvidence(lookups);
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
    Inquiry inquiry = new Inquiry(asked, index(), clock.instant());
    repository.learn(inquiry);
    inquiry.suspect();
    instance.learn(inquiry);
    file.learn(inquiry);
    violations.weigh(inquiry);
    scan.weigh(inquiry);
    ignoreRules.weigh(inquiry);
    switches.weigh(inquiry);
    ChangeEvidence.weigh(inquiry);
    Advice.add(inquiry);
    return inquiry.explanation(kind);
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
