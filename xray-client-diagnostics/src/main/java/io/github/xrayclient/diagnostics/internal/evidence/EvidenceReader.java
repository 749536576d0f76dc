package io.github.xrayclient.diagnostics.internal.evidence;

import io.github.xrayclient.diagnostics.internal.evidence.artifact.ArtifactFacts;
import io.github.xrayclient.diagnostics.internal.evidence.read.OptionalReads;
import java.time.Instant;
import java.util.Optional;

/** Reads the evidence for and against each candidate cause. */
public final class EvidenceReader {
  private final ViolationEvidence violations;
  private final ScanEvidence scan;
  private final IgnoreRuleEvidence ignoreRules;
  private final SettingsEvidence settings;

  public EvidenceReader(OptionalReads reads) {
    this.violations = new ViolationEvidence(reads);
    this.scan = new ScanEvidence(reads);
    this.ignoreRules = new IgnoreRuleEvidence(reads);
    this.settings = new SettingsEvidence(reads);
  }

  /** Reads the evidence on the candidates that follow from the facts about the artifact. */
  public Evidence read(ArtifactFacts facts, Instant now) {
    CandidateCauses candidates = CandidateCauses.of(facts);
    EvidenceNotes notes = new EvidenceNotes();
    FoundViolations found = violations.weigh(facts, candidates, notes);
    Optional<ArtifactScan> status = scan.weigh(facts, candidates, now, notes);
    if (found.areNone() && status.filter(ArtifactScan::isUnfinished).isPresent()) {
      candidates.putUnscannedFirst();
    }
    ignoreRules.weigh(facts, candidates, found, now, notes);
    if (!candidates.isEmpty()) {
      settings.weigh(candidates, status, notes);
    }
    ChangeEvidence.weigh(facts, candidates, found, status.map(ArtifactScan::status), now, notes);
    return new Evidence(facts, candidates, found, status, notes);
  }
}
